using Godwit.History;
using Godwit.Migrations;

namespace Godwit.Adoption;

/// <summary>Finds the migration of this project that another tool's entry is about. Pure.</summary>
/// <param name="ids">The ids of the project's migrations, in their order.</param>
internal sealed class EntryMatcher(IReadOnlyList<MigrationId> ids)
{
    private static readonly string[] Extensions = [".sql", ".cs", ".js", ".mjs", ".cjs", ".ts", ".py", ".rb", ".php", ".xml", ".yaml", ".yml", ".json"];
    private static readonly string[] Endings = [".up", ".down"];

    // Shorter ones are numbers of a sequence, in which 1_10 is not 110.
    private const int ShortestMoment = 8;

    /// <summary>The migration that an entry is about; null when there is none.</summary>
    internal MigrationId? Find(ForeignEntry entry)
    {
        var name = Stem(entry.Name);
        return ids.FirstOrDefault(id => IsSame(id.Text, name))
            ?? ids.FirstOrDefault(id => IsAtEnd(name, id.Text))
            ?? OfVersion(entry.Version ?? name)
            ?? (entry.Version is null && name.Length >= ShortestMoment ? OfPart(name) : null);
    }

    // A file's name without folders and extensions: what a migration's id is made of.
    private static string Stem(string name)
    {
        var stem = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        if (Array.Find(Extensions, extension => stem.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) is { } extension) stem = stem[..^extension.Length];
        if (Array.Find(Endings, ending => stem.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } ending) stem = stem[..^ending.Length];
        return stem;
    }

    // A resource of an assembly has its namespace before the file's name.
    private static bool IsAtEnd(string name, string id) =>
        name.Length > id.Length && name[name.Length - id.Length - 1] == '.' && name.EndsWith(id, StringComparison.OrdinalIgnoreCase);

    private MigrationId? OfVersion(string? text)
    {
        if (text is null) return null;
        var version = MigrationVersion.At(text);
        if (version.IsEmpty) return null;
        var digits = Digits(text);
        return Only(ids.Where(id => id.Version == version)) ?? (digits.Length < ShortestMoment ? null : Only(ids.Where(id => Digits(id.Version.Text) == digits)));
    }

    // Alembic's ids are random letters and digits: a file that was taken over may have kept them in its name.
    private MigrationId? OfPart(string name) => Only(ids.Where(id => id.Text.Split('_', '-', '.').Any(part => IsSame(part, name))));

    private static string Digits(string version) => string.Concat(version.Where(char.IsAsciiDigit));

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static MigrationId? Only(IEnumerable<MigrationId> found) => found.Take(2).ToArray() is [var only] ? only : null;
}
