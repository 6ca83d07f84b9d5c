using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>Names in statements: quoted always, refused where SQLite could not hold them.</summary>
internal static class SqliteNames
{
    internal static string Quote(ObjectName name) =>
        name.Schema is null
            ? Quote(name.Name)
            : throw SqliteUnsupported.That($"schemas, and {name} is in one", "Write the name without the schema; an attached database is migrated by itself.");

    internal static string Quote(string name)
    {
        if (name.Length == 0) throw new GodwitException(ErrorCode.InvalidIdentifier, "A name is empty.", "Give it at least one character.");
        if (name.Contains('\0', StringComparison.Ordinal))
        {
            throw new GodwitException(ErrorCode.InvalidIdentifier, $"The name {name.Replace("\0", "\\0", StringComparison.Ordinal)} holds a NUL character, at which SQLite stops reading.",
                "Leave the character out.");
        }

        return SqliteDialect.Instance.Quote(name);
    }

    /// <summary>The name of something that is made anew.</summary>
    internal static string QuoteNew(ObjectName name)
    {
        RequireOwn(name.Name);
        return Quote(name);
    }

    /// <summary>The name of something that is made anew and belongs to a table.</summary>
    internal static string QuoteNew(string name)
    {
        RequireOwn(name);
        return Quote(name);
    }

    /// <summary>Names with commas between them.</summary>
    internal static string List(IEnumerable<string> names) => string.Join(", ", names.Select(Quote));

    /// <summary>A name that none of the given ones is.</summary>
    internal static string Free(string wanted, IReadOnlySet<string> taken)
    {
        var name = wanted;
        for (var i = 2; taken.Contains(name); i++) name = $"{wanted}_{i}";
        return name;
    }

    private static void RequireOwn(string name)
    {
        if (name.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase))
            throw new GodwitException(ErrorCode.InvalidIdentifier, $"The name {name} begins with sqlite_, which SQLite keeps for itself.", "Choose another name.");
    }
}
