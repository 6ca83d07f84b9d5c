using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A column that SQLite cannot drop.</summary>
internal sealed class RefusedDrop : Rule
{
    internal override string Id => "LT02";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.Sqlite;

    internal override string Title => "a column that SQLite cannot drop";

    internal override string Reason => "DROP COLUMN refuses a column that a key, an index or a check uses.";

    internal override string Remedy => "Drop what uses it first; or write it in C#, where Godwit rebuilds the table.";

    internal override string Bad => """
        CREATE TABLE posts (id integer PRIMARY KEY, slug text);
        CREATE INDEX posts_slug ON posts (slug);
        ALTER TABLE posts DROP COLUMN slug;
        """;

    internal override string Good => """
        CREATE TABLE posts (id integer PRIMARY KEY, slug text);
        CREATE INDEX posts_slug ON posts (slug);
        DROP INDEX posts_slug;
        ALTER TABLE posts DROP COLUMN slug;
        """;

    internal override bool JudgesNewTables => true;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is ColumnDropped { Sql: not null } dropped && ground.Known.Find(dropped.From) is { } table && User(table, dropped.Column) is var (who, what)
        ? [new Breach($"SQLite does not drop {dropped.Column} of {dropped.From}: {who} uses it.", what is null ? null : $"DROP INDEX {what};\nALTER TABLE {dropped.From} DROP COLUMN {dropped.Column};")]
        : [];

    private static (string Who, SqlName? Index)? User(KnownTable table, SqlName column)
    {
        if (table.Columns.GetValueOrDefault(column) is { IsPrimaryKey: true } or { IsUnique: true }) return ("a key", null);
        if (table.Indexes.FirstOrDefault(index => index.Columns.Any(part => new SqlName(part) == column)) is { } index) return (index.Name?.Written ?? "an index", index.Name);
        return table.Constraints.Any(constraint => constraint.Columns.Contains(column)) ? ("a constraint", null) : null;
    }
}
