using Godwit.Schema;

namespace Godwit;

/// <summary>
/// A foreign key: <c>CONSTRAINT posts_user_id_foreign FOREIGN KEY (user_id) REFERENCES users (id)</c>; on SQLite a table that is
/// there is rebuilt for it.
/// </summary>
public sealed partial class ForeignKeyBuilder : DeferrableBuilder<ForeignKeyBuilder>
{
    private readonly ValueList<string> columns;
    private ValueList<string> referenced = [];
    private ObjectName? table;
    private ReferentialAction onDelete;
    private ReferentialAction onUpdate;
    private bool notValid;

    internal ForeignKeyBuilder(TableCall call, IEnumerable<string> columns)
        : base(call) => this.columns = call.RequireColumns(columns, $"A foreign key of {call.Table}");

    private protected override bool StandsAlone => base.StandsAlone || notValid;

    private string Noun => $"The foreign key of {Call.Table} on {string.Join(", ", columns)}";

    /// <summary>The columns it refers to, as many as it has itself and in the same order.</summary>
    /// <param name="columns">The columns of the other table.</param>
    public ForeignKeyBuilder References(params IEnumerable<string> columns) =>
        Set(() => referenced = Call.RequireColumns(columns, $"{Noun} refers to columns that it does not name: References"));

    /// <summary>The table it refers to.</summary>
    /// <param name="table">The other table: <c>users</c>, or <c>audit.users</c> for one in another schema.</param>
    public ForeignKeyBuilder On(ObjectName table) => Set(() => this.table = Call.Require(table, "The table that a foreign key refers to"));

    /// <summary>
    /// Leaves the rows that are there unchecked until <see cref="SchemaBuilder.ValidateConstraint"/>: <c>NOT VALID</c>
    /// (PostgreSQL). New rows are checked at once.
    /// </summary>
    public ForeignKeyBuilder NotValid() => Set(() => notValid = true);

    private protected override Constraint Build()
    {
        if (table is null) throw Call.Error($"{Noun} does not say which table it refers to.", "Write .References(\"id\").On(\"users\").");
        if (referenced.Count == 0) throw Call.Error($"{Noun} does not say which columns of {table} it refers to.", "Write .References(\"id\").");
        if (referenced.Count != columns.Count)
        {
            throw Call.Error(
                $"{Noun} has {columns.Count} column(s) and refers to {referenced.Count} of {table}: {string.Join(", ", referenced)}.",
                "Refer to as many columns as the key has, in the same order.");
        }

        return new ForeignKey(StatedName ?? ConventionalName.Of(Call.Table, columns, ConventionalName.Foreign), columns, table, referenced)
        {
            OnDelete = onDelete,
            OnUpdate = onUpdate,
            Deferral = Deferral,
            NotValid = notValid,
        };
    }
}
