using System.Collections.Immutable;
using Godwit.Compiler;
using Godwit.Configuration;
using Godwit.Migrations;

namespace Godwit.Cli.Commands;

/// <summary>
/// Loads a project's C# files. The assembly that does it is itself loaded only when there is such a file and what it says is asked for: a project of
/// SQL files does not pay for it.
/// </summary>
internal sealed class LooseCode(ProjectConfig project) : CodeLoader
{
    private CodeLoader? compiler;

    public override ImmutableArray<LoadedCode> Load(ImmutableArray<CodeFile> files)
    {
        compiler ??= Compiler();
        return compiler.Load(files);
    }

    private MigrationCompiler Compiler() => new(project.Root) { References = project.References };
}
