using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A column that SQLite cannot add.</summary>
internal sealed class RefusedColumn : Rule
{
    internal override string Id => "LT01";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.Sqlite;

    internal override string Title => "a column that SQLite cannot add";

    internal override string Reason => "ADD COLUMN refuses NOT NULL without a default, UNIQUE, PRIMARY KEY, STORED, a default that is an expression or the time, and a reference with a default.";

    internal override string Remedy => "Write it in C#, where Godwit rebuilds the table; or add a column without it.";

    internal override string Bad => "ALTER TABLE posts ADD COLUMN slug text UNIQUE;";

    internal override bool JudgesNewTables => true;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is ColumnAdded { Sql: not null, Column: var column } added && Refused(column) is { } why
        ? [new Breach($"SQLite does not add {column.Name} to {added.To}: {why}.", $"ALTER TABLE {added.To} ADD COLUMN {column.Name} {column.Type};"
            + (column.IsUnique ? $"\nCREATE UNIQUE INDEX {SqlName.Joined(added.To.Bare, column.Name.Bare)} ON {added.To} ({column.Name});" : ""))]
        : [];

    private static string? Refused(ColumnShape column) =>
        column.IsPrimaryKey ? "PRIMARY KEY"
        : column.IsUnique ? "UNIQUE"
        : column is { Generated: not null, IsStored: true } ? "STORED"
        : column is { IsNotNull: true, Generated: null } && column.Default is null or "NULL" ? "NOT NULL without a default"
        : column.Default is { } value && (value.StartsWith('(') || value.StartsWith("CURRENT_", StringComparison.OrdinalIgnoreCase)) ? $"DEFAULT {value}"
        : column.References is not null && column.Default is not null && !column.Default.Equals("NULL", StringComparison.OrdinalIgnoreCase) ? "REFERENCES with a default"
        : null;
}
