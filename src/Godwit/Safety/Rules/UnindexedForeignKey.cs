using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Operations;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A foreign key has no index, or another type than what it refers to.</summary>
internal sealed class UnindexedForeignKey : Rule
{
    internal override string Id => "PG23";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "a foreign key has no index, or another type than what it refers to";

    internal override string Reason => "Every delete of the other row reads the whole table, and locks it for longer. A type that differs makes every comparison a conversion.";

    internal override string Remedy => "Make the index first, and let the types be the same.";

    internal override string Bad => """
        CREATE TABLE posts (id bigint PRIMARY KEY, author_id bigint);
        ALTER TABLE posts ADD CONSTRAINT posts_author FOREIGN KEY (author_id) REFERENCES users (id) NOT VALID;
        """;

    internal override string Good => """
        CREATE TABLE posts (id bigint PRIMARY KEY, author_id bigint);
        CREATE INDEX posts_author_id ON posts (author_id);
        ALTER TABLE posts ADD CONSTRAINT posts_author FOREIGN KEY (author_id) REFERENCES users (id) NOT VALID;
        """;

    internal override bool JudgesNewTables => true;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground)
    {
        if (fact is not ConstraintAdded { Constraint: { Kind: ConstraintKind.ForeignKey, Columns: [var first, ..] columns } key } added) return [];
        if (ground.Known.Find(added.To) is not { } table) return [];
        if (columns is [var only] && key.ReferencedTable is { } other && Types(ground, table, only, other) is var (mine, theirs))
            return [new Breach($"{only} is {mine}, and what it refers to in {other} is {theirs}.")];
        return IsIndexed(table, first) || ground.After.Any(later => later is IndexCreated index && index.On == added.To && StartsWith(index.Columns, first))
            ? []
            : [new Breach($"Nothing finds the rows of {added.To} by {Proposals.List(columns)}.", $"CREATE INDEX CONCURRENTLY ON {added.To} ({Proposals.List(columns)});")];
    }

    private static bool IsIndexed(KnownTable table, SqlName column) =>
        table.Columns.GetValueOrDefault(column) is { IsPrimaryKey: true } or { IsUnique: true }
        || table.Indexes.Any(index => StartsWith(index.Columns, column))
        || table.Constraints.Any(constraint => constraint.Kind is ConstraintKind.PrimaryKey or ConstraintKind.Unique && constraint.Columns is [var first, ..] && first == column);

    private static bool StartsWith(ImmutableArray<string> columns, SqlName column) => columns is [var first, ..] && new SqlName(first) == column;

    private static (string Mine, string Theirs)? Types(Ground ground, KnownTable table, SqlName column, SqlName other)
    {
        var mine = table.Columns.GetValueOrDefault(column)?.Type;
        var theirs = ground.Known.Find(other)?.Columns.Values.FirstOrDefault(key => key.IsPrimaryKey)?.Type;
        if (mine is null || theirs is null) return null;
        return Whole(mine) == Whole(theirs) ? null : (mine, theirs);
    }

    // a serial is an integer to the column that refers to it
    private static string Whole(string type) => TypeText.NameOf(type) switch { "bigserial" or "serial8" => "bigint", "serial" or "serial4" => "integer", "smallserial" => "smallint", var name => name };
}
