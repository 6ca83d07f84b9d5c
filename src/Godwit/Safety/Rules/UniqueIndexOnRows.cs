using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Operations;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A unique index or constraint is put on a table that has rows.</summary>
internal sealed class UniqueIndexOnRows : Rule
{
    internal override string Id => "DD01";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.All;

    internal override string Title => "a unique index or constraint is put on a table that has rows";

    internal override string Reason => "It fails if two rows are the same there, after having read the whole table.";

    internal override string Remedy => "Look for duplicates first, with the query that is proposed.";

    internal override string Bad => "CREATE UNIQUE INDEX CONCURRENTLY posts_slug ON posts (slug);";

    internal override string Good => """
        -- allow: DD01 the query for duplicates finds none, and programs check before they write
        CREATE UNIQUE INDEX CONCURRENTLY posts_slug ON posts (slug);
        """;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact switch
    {
        IndexCreated { IsUnique: true } index when !index.Columns.All(column => ground.IsNewColumn(index.On, new SqlName(column))) => [Found(index.On, string.Join(", ", index.Columns), fact)],
        ConstraintAdded { Constraint: { Kind: ConstraintKind.Unique, UsingIndex: null } unique } added => [Found(added.To, Proposals.List(unique.Columns), fact)],
        _ => [],
    };

    private Breach Found(SqlName table, string columns, Fact fact)
    {
        var query = $"SELECT {columns} FROM {table} GROUP BY {columns} HAVING count(*) > 1";
        return new($"{columns} of {table} may hold the same twice: {query} shows it.", Proposals.Allowed(Id, $"{query} finds none", fact.Sql));
    }
}
