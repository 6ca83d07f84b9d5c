using System.Collections.Immutable;
using Godwit.Migrations;

namespace Godwit.Compiler.Tests;

/// <summary>A project with C# migrations in a directory of its own, gone after the test.</summary>
internal sealed class CodeProject : IDisposable
{
    public CodeProject() => Root = Directory.CreateTempSubdirectory("godwit-compiler-").FullName;

    public string Root { get; }

    /// <summary>Where what was compiled is kept.</summary>
    public string CacheFolder => Path.Join(Root, ".godwit");

    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>A sound migration.</summary>
    public static string Sound(string className, string up = "") =>
        $"using Godwit;\n\n[Migration]\npublic sealed class {className} : Migration\n{{\n    public override void Up(SchemaBuilder schema)\n    {{\n        {up}\n    }}\n}}\n";

    public CodeProject Write(string file, string text)
    {
        Directory.CreateDirectory(Path.Join(Root, "migrations"));
        File.WriteAllText(Path.Join(Root, "migrations", file), text);
        return this;
    }

    public MigrationCompiler Compiler() => new(Root) { References = References };

    /// <summary>All migrations, with a compiler that has not seen them before.</summary>
    public MigrationCatalog Read() => MigrationCatalog.Read(Root, ["migrations"], Compiler()).RequireSound();

    /// <summary>The migration of a file.</summary>
    public CodeMigration Find(string id) => (CodeMigration)Read().Find(new MigrationId(id))!;

    public Migration Load(string id) => Find(id).Load();

    public GodwitException Error(string id) => Xunit.Assert.Throws<GodwitException>(() => Load(id));

    /// <summary>The files of the cache.</summary>
    public string[] Kept() => Directory.Exists(CacheFolder) ? Directory.GetFiles(CacheFolder) : [];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
