using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using Godwit.Configuration;
using Godwit.Migrations;
using Godwit.Planning;

namespace Godwit.Cli.Commands;

/// <summary>What git knows of a project's migrations.</summary>
internal sealed class GitRepository(ProjectConfig project)
{
    /// <summary>The migrations that a commit, branch or tag has.</summary>
    /// <exception cref="GodwitException">git is not there, the project is in no repository, or it knows no such name.</exception>
    internal async Task<Published> PublishedAsync(string reference, CancellationToken cancellation)
    {
        var ids = ImmutableHashSet.CreateBuilder<MigrationId>();
        foreach (var directory in project.MigrationDirectories)
        {
            var shown = Path.GetRelativePath(project.Root, project.FullPath(directory));
            var (code, output, error) = await RunAsync(["ls-tree", "-r", "-z", "--name-only", $"{reference}^{{commit}}", "--", shown], cancellation);
            if (code != 0) throw Unknown(reference, error);
            foreach (var path in output.Split('\0', StringSplitOptions.RemoveEmptyEntries))
            {
                if (IdOf(Path.GetRelativePath(shown, path)) is { } id) ids.Add(id);
            }
        }

        return new Published(reference, ids.ToImmutable());
    }

    /// <summary>The texts that a file has had in the commits that changed it, the newest first.</summary>
    internal async IAsyncEnumerable<string> VersionsAsync(string path, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var (code, commits, _) = await RunAsync(["log", "--format=%H", "--", path], cancellation);
        if (code != 0) yield break;
        foreach (var commit in commits.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (shown, text, _) = await RunAsync(["show", $"{commit}:./{path.Replace('\\', '/')}"], cancellation);
            if (shown == 0) yield return text;
        }
    }

    // A migration's file in the directory, or a file of a migration that is a directory.
    private static MigrationId? IdOf(string path)
    {
        var parts = path.Split('/', '\\');
        if (parts.Length == 2) return new MigrationId(parts[0]) is { Version.IsEmpty: false } whole ? whole : null;
        if (parts.Length != 1 || !(MigrationFileName.IsSql(path) || MigrationFileName.IsCSharp(path))) return null;
        return MigrationFileName.Parse(path) is { Role: MigrationFileRole.Up } name ? name.Id : null;
    }

    private async Task<(int Code, string Out, string Error)> RunAsync(string[] args, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("git", args) { WorkingDirectory = project.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync(cancellation);
            var output = await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, output, await error);
        }
        catch (Win32Exception missing)
        {
            throw new GodwitException(ErrorCode.NotSupported, $"git cannot be started: {missing.Message}", "Install it, or leave --since out.", inner: missing);
        }
    }

    private static GodwitException Unknown(string reference, string error) => new(
        ErrorCode.Usage, $"git does not know the migrations of '{reference}': {error.Trim().Split('\n')[0]}",
        "Name a branch, tag or commit of this repository, such as origin/main; a shallow clone must fetch it first.");
}
