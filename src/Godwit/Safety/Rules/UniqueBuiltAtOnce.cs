using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Operations;
using Godwit.Planning;
using Godwit.Writing;

namespace Godwit.Safety.Rules;

/// <summary>A unique constraint builds its index.</summary>
internal sealed class UniqueBuiltAtOnce : Rule
{
    internal override string Id => "PG10";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "a unique constraint builds its index";

    internal override string Reason => "Nobody can read or write the table until the whole index is built.";

    internal override string Remedy => "Build the index CONCURRENTLY, then let the constraint take it over.";

    internal override string Bad => "ALTER TABLE posts ADD CONSTRAINT posts_slug UNIQUE (slug);";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is ConstraintAdded { Constraint: { Kind: ConstraintKind.Unique, UsingIndex: null, IsConcurrent: false } unique } added
        ? [Found(added.To, unique, Proposals.NameOf(added.To, unique, "key"))]
        : [];

    private static Breach Found(SqlName table, ConstraintShape unique, SqlName name) => new(
        $"Readers and writers of {table} wait until the index of {name} is built.",
        $"""
        CREATE UNIQUE INDEX CONCURRENTLY {name} ON {table} ({Proposals.List(unique.Columns)});
        ALTER TABLE {table} ADD CONSTRAINT {name} UNIQUE USING INDEX {name};
        """,
        $"schema.Table({CSharpLiteral.Text(table.Bare)}, table => table.Unique({string.Join(", ", unique.Columns.Select(column => CSharpLiteral.Text(column.Bare)))}).Concurrently());");
}
