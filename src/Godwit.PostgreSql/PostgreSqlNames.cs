using System.Text;
using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>How PostgreSQL reads and limits names.</summary>
internal static class PostgreSqlNames
{
    /// <summary>The longest name in bytes: one less than NAMEDATALEN (manual, 4.1.1).</summary>
    internal const int LongestName = 63;

    /// <summary>A name as written in SQL turned into the one the catalog holds: unquoted ones are folded to lower case.</summary>
    internal static string Fold(string written) => written.StartsWith('"')
        ? written[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal)
        : written.ToLowerInvariant();

    /// <summary>A name as an identifier.</summary>
    /// <exception cref="GodwitException">No name can be like that; the server would cut a long one off silently.</exception>
    internal static string Quote(string name)
    {
        if (name.Length == 0)
            throw new GodwitException(ErrorCode.InvalidIdentifier, "A name is empty.", "Give it at least one character.");
        if (name.Contains('\0', StringComparison.Ordinal))
        {
            var shown = name.Replace("\0", "\\0", StringComparison.Ordinal);
            throw new GodwitException(ErrorCode.InvalidIdentifier, $"The name {shown} holds a NUL, which no name may hold.", "Take it out.");
        }

        if (Encoding.UTF8.GetByteCount(name) is > LongestName and var bytes)
        {
            throw new GodwitException(ErrorCode.InvalidIdentifier, $"The name {name} has {bytes} bytes; PostgreSQL allows {LongestName}.",
                "Choose a shorter one. PostgreSQL would cut it off, and it would then be found under another name.");
        }

        return PostgreSqlDialect.Instance.Quote(name);
    }

    /// <summary>The name of a table, view, sequence, type or routine as an identifier, qualified where it is in another schema.</summary>
    internal static string Quote(ObjectName name) => name.Schema is null ? Quote(name.Name) : $"{Quote(name.Schema)}.{Quote(name.Name)}";

    /// <summary>Names as identifiers with commas between them.</summary>
    internal static string QuoteAll(IEnumerable<string> names) => string.Join(", ", names.Select(Quote));

    /// <summary>
    /// A collation as an identifier. A name with a dot in it is one name (<c>de_DE.utf8</c>); one that the author quoted is taken as
    /// it is written (<c>"app"."german"</c>).
    /// </summary>
    internal static string QuoteCollation(string collation) => collation.StartsWith('"') ? collation : Quote(collation);
}
