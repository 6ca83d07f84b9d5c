using System.Globalization;

namespace Godwit.Migrations;

/// <summary>What a file is to its migration.</summary>
internal enum MigrationFileRole
{
    /// <summary>It holds the up, and perhaps the down in a section.</summary>
    Up,

    /// <summary>It holds the down of the migration with the same id: <c>001_x.down.sql</c>.</summary>
    Down,

    /// <summary>It holds the down of the migration with the same version: <c>U1_2__x.sql</c>.</summary>
    Undo,
}

/// <summary>What the name of a file in a migrations directory says.</summary>
/// <param name="Id">The migration's id; of an undo file the file's own name without the extension.</param>
/// <param name="Role">What the file is to its migration.</param>
internal readonly record struct MigrationFileName(MigrationId Id, MigrationFileRole Role)
{
    /// <summary>What the names of SQL files end with.</summary>
    internal const string SqlExtension = ".sql";

    /// <summary>What the names of C# files end with.</summary>
    internal const string CSharpExtension = ".cs";

    /// <summary>The namings, as an error shows them.</summary>
    internal const string AcceptedForms =
        "001_name.sql, 20260215_name.sql, 20260215_02_name.sql, 2026_02_15_143022_name.sql, 20260215143022_name.sql, V1_2__name.sql with " +
        "U1_2__name.sql as its down, R__name.sql, 001_name.up.sql with 001_name.down.sql, or a directory 20260215143022_name with " +
        "migration.sql, or with up.sql and down.sql; in C# one file with .cs in place of .sql";

    private const string UpEnding = ".up";
    private const string DownEnding = ".down";

    /// <summary>Whether a file is SQL.</summary>
    internal static bool IsSql(string fileName) => fileName.EndsWith(SqlExtension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file is C#.</summary>
    internal static bool IsCSharp(string fileName) => fileName.EndsWith(CSharpExtension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the name of an SQL or a C# file; null when it is not named like a migration.</summary>
    internal static MigrationFileName? Parse(string fileName)
    {
        var stem = fileName[..fileName.LastIndexOf('.')];
        var role = MigrationFileRole.Up;
        if (stem.EndsWith(UpEnding, StringComparison.OrdinalIgnoreCase)) stem = stem[..^UpEnding.Length];
        else if (stem.EndsWith(DownEnding, StringComparison.OrdinalIgnoreCase))
        {
            stem = stem[..^DownEnding.Length];
            role = MigrationFileRole.Down;
        }

        if (IsUndo(stem)) return new MigrationFileName(new MigrationId(stem), MigrationFileRole.Undo);
        var id = new MigrationId(stem);
        return IsWellFormed(id) ? new MigrationFileName(id, role) : null;
    }

    /// <summary>Whether files or directories of this name are migrations.</summary>
    internal static bool IsWellFormed(MigrationId id) => !id.Version.IsEmpty || (id.IsRepeatable && id.Name.Length > 0);

    /// <summary>The version that an undo file undoes.</summary>
    internal static MigrationVersion VersionToUndo(MigrationId undo) => MigrationVersion.At(undo.Text[1..]);

    /// <summary>A well-formed name near to a malformed one.</summary>
    /// <param name="name">The malformed name of a file or directory.</param>
    /// <param name="written">When it was last written, UTC: the version for a name without any digits.</param>
    internal static string Suggest(string name, DateTime written)
    {
        var start = name[0] is 'V' or 'v' ? 1 : 0;
        while (start < name.Length && MigrationVersion.IsSeparator(name[start])) start++;
        var digits = start;
        while (digits < name.Length && char.IsAsciiDigit(name[digits])) digits++;
        if (digits > start) return $"{name[start..digits]}_{name[digits..].TrimStart('_', '-', '.', ' ')}";
        var stamp = written.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        return $"{stamp}_{name.Replace(' ', '_').TrimStart('_', '-', '.')}";
    }

    private static bool IsUndo(string stem) =>
        stem.Length > 1 && stem[0] is 'U' or 'u' && char.IsAsciiDigit(stem[1]) && !MigrationVersion.At(stem[1..]).IsEmpty;
}
