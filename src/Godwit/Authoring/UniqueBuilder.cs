using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <summary>
/// A unique constraint: <c>CONSTRAINT posts_slug_unique UNIQUE (slug)</c>. For rows that are chosen by a predicate, or for an
/// expression, use <see cref="Blueprint.UniqueIndex"/>.
/// </summary>
public sealed class UniqueBuilder : DeferrableBuilder<UniqueBuilder>
{
    private readonly ValueList<string> columns;
    private ValueList<string> include = [];
    private string? usingIndex;
    private bool nullsNotDistinct;
    private bool concurrently;

    internal UniqueBuilder(TableCall call, IEnumerable<string> columns)
        : base(call) => this.columns = call.RequireColumns(columns, $"A unique constraint of {call.Table}");

    private protected override bool StandsAlone => base.StandsAlone || concurrently || usingIndex is not null;

    /// <summary>Two NULLs count as the same: <c>NULLS NOT DISTINCT</c> (PostgreSQL 15 and later).</summary>
    public UniqueBuilder NullsNotDistinct() => Set(() => nullsNotDistinct = true);

    /// <summary>Carries further columns in its index, for reading only: <c>INCLUDE (…)</c> (PostgreSQL).</summary>
    /// <param name="columns">The further columns.</param>
    public UniqueBuilder Include(params IEnumerable<string> columns) =>
        Set(() => include = Call.RequireColumns(columns, $"What the unique constraint of {Call.Table} includes"));

    /// <summary>Takes over a unique index that is there, without building another one: <c>USING INDEX</c> (PostgreSQL).</summary>
    /// <param name="index">The index.</param>
    public UniqueBuilder UsingIndex(string index) => Set(() => usingIndex = Call.Require(index, "The name of the index to take over"));

    /// <summary>
    /// Builds its index without blocking writers, outside a transaction, and takes that over:
    /// <c>CREATE UNIQUE INDEX CONCURRENTLY</c>, then <c>ADD CONSTRAINT … USING INDEX</c> (PostgreSQL).
    /// </summary>
    public UniqueBuilder Concurrently() => Set(() => concurrently = true);

    /// <summary>Laravel's name for <see cref="Concurrently"/>.</summary>
    public UniqueBuilder Online() => Concurrently();

    private protected override Constraint Build() => new UniqueConstraint(StatedName ?? ConventionalName.Of(Call.Table, columns, ConventionalName.Unique), columns)
    {
        Deferral = Deferral,
        NullsNotDistinct = nullsNotDistinct,
        Include = include,
        UsingIndex = usingIndex,
    };

    private protected override AddConstraint Change(AddConstraint operation) => operation with { Concurrently = concurrently };
}
