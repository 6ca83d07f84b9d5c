using System.Reflection;
using System.Text;
using Godwit.Migrations;
using Xunit;

namespace Godwit.Tests.Migrations;

/// <summary>A project's directory with a directory of migrations in it, gone after the test.</summary>
internal sealed class TemporaryProject : IDisposable
{
    public TemporaryProject(params string[] emptyFiles)
    {
        Root = Directory.CreateTempSubdirectory("godwit-").FullName;
        Directory.CreateDirectory(Path.Join(Root, "migrations"));
        foreach (var file in emptyFiles) Write(file, "");
    }

    public string Root { get; }

    public string[] Ids => [.. Read().RequireSound().Migrations.Select(migration => migration.Id.Text)];

    public void Write(string file, string content) => Write(file, Encoding.UTF8.GetBytes(content));

    public void Write(string file, byte[] content)
    {
        var path = Path.Join(Root, "migrations", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    public MigrationCatalog Read(CodeLoader? code = null, params Assembly[] assemblies) =>
        MigrationCatalog.Read(Root, ["migrations"], code, [.. assemblies]);

    public GodwitException Problem() => Assert.Single(Read().Problems);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
