using System.Globalization;

namespace Godwit.MySql;

/// <summary>What follows PARTITION BY, while the catalog is read.</summary>
internal sealed class PartitionReading
{
    private readonly List<string> parts = [];
    private string? method;

    /// <summary>Whether the parts are parted again, for which a table has no words.</summary>
    internal bool HasParts { get; private set; }

    /// <summary>The clause; null when the table is one piece.</summary>
    internal string? Text => method is null ? null
        : IsCounted ? string.Create(CultureInfo.InvariantCulture, $"{method} PARTITIONS {parts.Count}")
        : $"{method} ({string.Join(", ", parts)})";

    private bool IsCounted => method!.Contains("HASH", StringComparison.Ordinal) || method.Contains("KEY", StringComparison.Ordinal);

    internal void Add(CatalogRow row)
    {
        method = $"{row.Name(2)} ({row.Text(3)})";
        if (row.Text(6) is not null) HasParts = true;
        var name = "PARTITION " + MySqlDialect.Instance.Quote(row.Name(1));
        var comment = row.Text(5) is { Length: > 0 } text ? " COMMENT = " + new MySqlLiterals(SqlModes.Default).Text(text) : "";
        var part = name + Bounds(row.Name(2), row.Name(4)) + comment;
        // a part that is parted again has a row for each of its own
        if (!parts.Contains(part)) parts.Add(part);
    }

    private static string Bounds(string method, string description)
    {
        if (method.StartsWith("LIST", StringComparison.Ordinal)) return $" VALUES IN ({description})";
        if (!method.StartsWith("RANGE", StringComparison.Ordinal)) return "";
        return description == "MAXVALUE" && !method.EndsWith("COLUMNS", StringComparison.Ordinal) ? " VALUES LESS THAN MAXVALUE" : $" VALUES LESS THAN ({description})";
    }
}
