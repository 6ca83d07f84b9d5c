namespace Godwit.Tests.Architecture;

/// <summary>A C# file.</summary>
/// <param name="Path">Its path below src/ or tests/, with slashes: the first part is the project.</param>
/// <param name="Text">What it holds.</param>
internal sealed record SourceFile(string Path, string Text)
{
    internal string Project => Path[..Path.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The folder inside the project; empty for a file that lies in none.</summary>
    internal string Folder
    {
        get
        {
            var inner = Path[(Project.Length + 1)..];
            return inner.LastIndexOf('/') is var slash and >= 0 ? inner[..slash] : "";
        }
    }

    /// <summary>The project and folder together, as docs/architecture.md writes it: <c>Godwit/Sql</c>, or <c>Godwit.Cli/.</c>.</summary>
    internal string Room => $"{Project}/{(Folder.Length == 0 ? "." : Folder)}";
}
