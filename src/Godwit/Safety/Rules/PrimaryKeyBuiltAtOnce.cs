using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Operations;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A primary key builds its index.</summary>
internal sealed class PrimaryKeyBuiltAtOnce : Rule
{
    internal override string Id => "PG11";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "a primary key builds its index";

    internal override string Reason => "Nobody can read or write the table until the whole index is built, and NOT NULL is checked under the same lock.";

    internal override string Remedy => "Build the index CONCURRENTLY, make the columns NOT NULL by way of a check, then let the key take the index over.";

    internal override string Bad => "ALTER TABLE posts ADD PRIMARY KEY (id);";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is ConstraintAdded { Constraint: { Kind: ConstraintKind.PrimaryKey } key } added && (key.UsingIndex is null || !Checked(added, ground))
        ? [key.UsingIndex is null
            ? new Breach($"Readers and writers of {added.To} wait until the index of its primary key is built.", Steps(added.To, key, Proposals.NameOf(added.To, key with { Columns = [] }, "pkey")))
            : new Breach($"Readers and writers of {added.To} wait until its columns are checked for NULL.")]
        : [];

    // What the index is over is known where the same migration makes it.
    private static bool Checked(ConstraintAdded added, Ground ground) =>
        ground.Before.OfType<IndexCreated>().FirstOrDefault(index => index.Name == added.Constraint.UsingIndex)?.Columns
            .All(column => ground.Before.Any(earlier => earlier is NullForbidden forbidden && forbidden.Of == added.To && forbidden.Column == new SqlName(column))
                || ground.Known.Column(added.To, new SqlName(column))?.IsNotNull == true) ?? true;

    private static string Steps(SqlName table, ConstraintShape key, SqlName name) =>
        $"{Proposals.TransactionOff}CREATE UNIQUE INDEX CONCURRENTLY {name} ON {table} ({Proposals.List(key.Columns)});\n"
        + string.Concat(key.Columns.Select(column => Proposals.NotNull(table, column) + "\n"))
        + $"ALTER TABLE {table} ADD CONSTRAINT {name} PRIMARY KEY USING INDEX {name};";
}
