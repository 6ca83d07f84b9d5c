using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>
/// A newcomer's first migration in C#: from an empty directory to a table and back, by the command alone. Nothing but the .NET runtime is
/// found on the way, no package is restored and no project built.
/// </summary>
public sealed class FirstMigrationTest : IDisposable
{
    private readonly Project project = new();
    private readonly string home = Directory.CreateTempSubdirectory("godwit-home-").FullName;

    public FirstMigrationTest()
    {
        foreach (var entry in Directory.GetFileSystemEntries(project.Root))
        {
            if (Directory.Exists(entry)) Directory.Delete(entry, recursive: true);
            else File.Delete(entry);
        }

        var programs = Directory.CreateDirectory(Path.Join(home, "programs")).FullName;
        File.CreateSymbolicLink(Path.Join(programs, "dotnet"), Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet" ? path : DotnetOnPath());
        project.Set("PATH", programs);
        project.Set("HOME", home);
        project.Set("NUGET_PACKAGES", Path.Join(home, "packages"));
    }

    public void Dispose()
    {
        project.Dispose();
        Directory.Delete(home, recursive: true);
    }

    [Fact]
    [Trait("Parity", "A2 C8")]
    public async Task It_is_written_run_looked_at_and_taken_back()
    {
        Assert.Empty(Directory.GetFileSystemEntries(project.Root));
        (await RunAsync("init")).Succeeded();
        (await RunAsync("make:migration", "create_users_table")).Succeeded().Says("create_users_table.cs");
        var id = Path.GetFileNameWithoutExtension(Assert.Single(project.MigrationFiles()));
        Edit(id, "table.Timestamps();", "table.String(\"email\", 200).Unique();\n            table.Timestamps();");

        (await RunAsync("migrate")).Succeeded().Says($"applied {id}");
        (await RunAsync("status")).Succeeded().Says(id, "1 applied");
        Assert.Equal(["created_at", "email", "id", "updated_at"], await ColumnsAsync());

        (await RunAsync("rollback")).Succeeded().Says(id);
        (await RunAsync("status")).Says($"{id} pending");
        Assert.Empty(await ColumnsAsync());

        Assert.Equal([".godwit", "database", "godwit.json"], Directory.GetFileSystemEntries(project.Root).Select(entry => Path.GetFileName(entry)).Where(name => name is not (".gitignore" or ".env.example")).Order(StringComparer.Ordinal));
        Assert.False(Directory.Exists(Path.Join(home, "packages")), "Packages were restored.");
    }

    [Fact]
    public async Task A_slip_of_the_pen_is_shown_where_it_is_and_mended()
    {
        (await RunAsync("init")).Succeeded();
        (await RunAsync("make:migration", "create_users_table")).Succeeded();
        var id = Path.GetFileNameWithoutExtension(Assert.Single(project.MigrationFiles()));
        Edit(id, "table.Timestamps();", "table.Strin(\"email\");");

        (await RunAsync("migrate")).Failed("invalid-code", ExitCode.Failed, $"{id}.cs:", "error CS1061", "'Strin'");
        Edit(id, "table.Strin(", "table.String(");

        (await RunAsync("migrate")).Succeeded();
        Assert.Equal(["email", "id"], await ColumnsAsync());
    }

    private Task<Outcome> RunAsync(params string[] args) => CommandProcess.RunAsync(project, args);

    private void Edit(string id, string what, string with)
    {
        var file = Path.Join(project.Root, "database/migrations", id + ".cs");
        var text = File.ReadAllText(file);
        Assert.Contains(what, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(what, with, StringComparison.Ordinal));
    }

    private async Task<string[]> ColumnsAsync()
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={project.SqliteFile};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_info('users') ORDER BY name";
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync()) names.Add(reader.GetString(0));
        return [.. names];
    }

    private static string DotnetOnPath() => Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Join(folder, "dotnet")).First(File.Exists);
}
