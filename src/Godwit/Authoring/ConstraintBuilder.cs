using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <summary>A constraint that can be made part of a new table, or added to a table that is there.</summary>
internal interface IConstraintDraft : IDraft
{
    /// <summary>Whether it has to be added by a statement of its own, even to a table that is just made.</summary>
    bool StandsAlone { get; }

    /// <summary>The constraint as it is now.</summary>
    Constraint Build();
}

/// <summary>What all constraints of a table have.</summary>
/// <typeparam name="TSelf">The builder itself.</typeparam>
public abstract class ConstraintBuilder<TSelf> : IConstraintDraft
    where TSelf : ConstraintBuilder<TSelf>
{
    private OnlineChange online = OnlineChange.Unstated;

    private protected ConstraintBuilder(TableCall call) => Call = call;

    bool IConstraintDraft.StandsAlone => StandsAlone;

    private protected TableCall Call { get; }

    private protected string? StatedName { get; private set; }

    private protected virtual bool StandsAlone => online != OnlineChange.Unstated;

    /// <summary>
    /// Names it. Left out, the name is made of the table, the columns and the kind, as <c>posts_user_id_title_unique</c>, but for
    /// a primary key, which the database names.
    /// </summary>
    /// <param name="name">The name.</param>
    public TSelf Name(string name) => Set(() => StatedName = Call.Require(name, $"The name of a constraint of {Call.Table}"));

    /// <summary>
    /// What others may do while it is added: <c>LOCK = NONE</c> (MySQL, MariaDB). The server refuses when it cannot keep to it;
    /// other databases have no such choice and refuse the migration.
    /// </summary>
    /// <param name="level">What others may do.</param>
    public TSelf Lock(AlterLock level) => Set(() => online = online with { Lock = level });

    /// <summary>
    /// The algorithm by which it is added: <c>ALGORITHM = INPLACE</c> (MySQL, MariaDB). The server refuses when it cannot keep to
    /// it; other databases have no such choice and refuse the migration.
    /// </summary>
    /// <param name="algorithm">The algorithm.</param>
    public TSelf AlterBy(AlterAlgorithm algorithm) => Set(() => online = online with { Algorithm = algorithm });

    Constraint IConstraintDraft.Build() => Build();

    IEnumerable<Operation> IDraft.Freeze() => [Change(new AddConstraint(Call.Table, Build()) { Online = online, Location = Call.Location })];

    private protected abstract Constraint Build();

    private protected virtual AddConstraint Change(AddConstraint operation) => operation;

    private protected TSelf Set(Action change)
    {
        Call.RequireOpen();
        change();
        return (TSelf)this;
    }
}

/// <summary>What the constraints have that can be checked later than at once.</summary>
/// <typeparam name="TSelf">The builder itself.</typeparam>
public abstract class DeferrableBuilder<TSelf> : ConstraintBuilder<TSelf>
    where TSelf : DeferrableBuilder<TSelf>
{
    private protected DeferrableBuilder(TableCall call)
        : base(call)
    {
    }

    private protected Deferral Deferral { get; private set; }

    /// <summary>
    /// Checked at the end of each statement, unless a transaction puts it off: <c>DEFERRABLE</c> (PostgreSQL; SQLite for foreign
    /// keys). MySQL and MariaDB check at once and refuse the migration.
    /// </summary>
    public TSelf Deferrable() => Set(() => Deferral = Deferral is Deferral.NotDeferrable ? Deferral.InitiallyImmediate : Deferral);

    /// <summary>
    /// Checked at the end of each statement, unless a transaction puts it off: <c>DEFERRABLE INITIALLY IMMEDIATE</c>, or with
    /// false at the end of the transaction, as <see cref="InitiallyDeferred"/>.
    /// </summary>
    /// <param name="value">Whether at the end of the statement.</param>
    public TSelf InitiallyImmediate(bool value = true) => Set(() => Deferral = value ? Deferral.InitiallyImmediate : Deferral.InitiallyDeferred);

    /// <summary>
    /// Checked at the end of the transaction: <c>DEFERRABLE INITIALLY DEFERRED</c> (PostgreSQL; SQLite for foreign keys). MySQL
    /// and MariaDB check at once and refuse the migration.
    /// </summary>
    public TSelf InitiallyDeferred() => Set(() => Deferral = Deferral.InitiallyDeferred);
}
