using Godwit.Schema;

namespace Godwit;

/// <summary>A check: <c>CONSTRAINT orders_total_check CHECK (total &gt;= 0)</c>; on SQLite a table that is there is rebuilt for it.</summary>
public sealed class CheckBuilder : ConstraintBuilder<CheckBuilder>
{
    private readonly string predicate;
    private readonly string? column;
    private bool notValid;

    internal CheckBuilder(TableCall call, string predicate, string? column)
        : base(call)
    {
        this.predicate = call.Require(predicate, $"The predicate of a check of {call.Table}");
        this.column = column;
    }

    private protected override bool StandsAlone => base.StandsAlone || notValid;

    /// <summary>
    /// Leaves the rows that are there unchecked until <see cref="SchemaBuilder.ValidateConstraint"/>: <c>NOT VALID</c>
    /// (PostgreSQL). New rows are checked at once.
    /// </summary>
    public CheckBuilder NotValid() => Set(() => notValid = true);

    private protected override Constraint Build() => new CheckConstraint(StatedName ?? Conventional(), predicate) { NotValid = notValid };

    private string Conventional() =>
        column is not null
            ? ConventionalName.Of(Call.Table, [column], ConventionalName.Check)
            : ConventionalName.OfExpressions(Call, Call.Table, [predicate], ConventionalName.Check);
}
