using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <summary>
/// A column that is being added or changed. A new one may not be NULL and has no default unless that is said. A changed one
/// keeps all that is not mentioned.
/// </summary>
public sealed partial class ColumnBuilder : IDraft
{
    private readonly TableCall call;
    private readonly List<IConstraintDraft> constraints = [];
    private readonly List<IndexBuilder> indexes = [];
    private ColumnChange change;

    internal ColumnBuilder(TableCall call, string name, ColumnType? type, ColumnIntent intent)
    {
        this.call = call;
        this.intent = intent;
        change = new ColumnChange(call.Require(name, $"A column's name in {call.Table}")) { Type = type };
        ColumnRules.Check(call, change);
    }

    /// <summary>The column's name, as it is before a renaming.</summary>
    internal string Name => change.Column;

    /// <summary>May be NULL: <c>NULL</c>.</summary>
    /// <param name="value">False for the contrary: <see cref="NotNull"/>.</param>
    public ColumnBuilder Nullable(bool value = true)
    {
        if (change.IsNullable is { } before && before != value) throw Contradiction("may be NULL and may not be NULL");
        return Set(change with { IsNullable = value });
    }

    /// <summary>May not be NULL: <c>NOT NULL</c>, which a new column is without saying. Changing a column fails while it holds a NULL.</summary>
    public ColumnBuilder NotNull() => Nullable(false);

    /// <summary>
    /// The value of rows that do not state one: <c>DEFAULT 'draft'</c>. It has to fit the column's type. A member of a C#
    /// enumeration stands for its number.
    /// </summary>
    /// <param name="value">
    /// Null for NULL, a text, a number, a bool, a date, a time, a <see cref="Guid"/>, bytes, or an expression that the database
    /// computes: <c>Raw.Sql("gen_random_uuid()")</c>.
    /// </param>
    /// <exception cref="GodwitException">It does not fit the type of the column.</exception>
    public ColumnBuilder Default(object? value) => AuthoredValue.Of(call, value, $"The default of the column {Name} of {call.Table}") switch
    {
        SqlExpression expression => DefaultRaw(expression.Sql),
        var literal => SetDefault(new DefaultValue.Literal(literal)),
    };

    /// <summary>An expression that the database computes for rows that do not state a value: <c>DEFAULT (expression)</c>.</summary>
    /// <param name="expression">The expression in the database's own words.</param>
    public ColumnBuilder DefaultRaw(string expression) =>
        SetDefault(new DefaultValue.Expression(call.Require(expression, $"The default of the column {Name} of {call.Table}")));

    /// <summary>Takes the default away: <c>DROP DEFAULT</c>. For a column that is changed.</summary>
    public ColumnBuilder NoDefault() => Set(change with { Default = new Mention<DefaultValue?>(null) });

    /// <summary>The moment at which the row is written is the default: <c>DEFAULT CURRENT_TIMESTAMP</c>, or the day, time or year of it.</summary>
    public ColumnBuilder UseCurrent() => SetDefault(new DefaultValue.CurrentTimestamp());

    /// <summary>
    /// Every update of the row sets it to the present moment: <c>ON UPDATE CURRENT_TIMESTAMP</c> (MySQL, MariaDB). SQLite and
    /// PostgreSQL refuse the migration: use a trigger there.
    /// </summary>
    public ColumnBuilder UseCurrentOnUpdate() => Set(change with
    {
        OnUpdate = new Mention<string?>(change.Type switch
        {
            ColumnType.Timestamp { Precision: > 0 } type => $"CURRENT_TIMESTAMP({type.Precision})",
            ColumnType.DateTime { Precision: > 0 } type => $"CURRENT_TIMESTAMP({type.Precision})",
            _ => "CURRENT_TIMESTAMP",
        }),
    });

    /// <summary>Takes away what every update sets it to. For a column that is changed (MySQL, MariaDB).</summary>
    public ColumnBuilder NotOnUpdate() => Set(change with { OnUpdate = new Mention<string?>(null) });

    /// <summary>
    /// What a person should know about it: <c>COMMENT ON COLUMN</c> (PostgreSQL), <c>COMMENT '…'</c> (MySQL, MariaDB). SQLite
    /// keeps none, and the comment has no effect there.
    /// </summary>
    /// <param name="text">The comment; null takes it away.</param>
    public ColumnBuilder Comment(string? text) => Set(change with { Comment = new Mention<string?>(text) });

    /// <summary>How its texts compare: <c>COLLATE …</c>.</summary>
    /// <param name="name">The collation in the database's own name; null is the table's, or the database's.</param>
    public ColumnBuilder Collation(string? name) => Set(change with { Collation = new Mention<string?>(name) });

    /// <summary>Its character set: <c>CHARACTER SET utf8mb4</c> (MySQL, MariaDB; others refuse the migration).</summary>
    /// <param name="name">The character set; null is the table's.</param>
    public ColumnBuilder Charset(string? name) => Set(change with { Charset = new Mention<string?>(name) });

    /// <summary><c>SELECT *</c> leaves it out: <c>INVISIBLE</c> (MySQL, MariaDB; others refuse the migration).</summary>
    public ColumnBuilder Invisible() => Set(change with { IsInvisible = true });

    /// <summary><c>SELECT *</c> shows it, as it does by itself. For a column that is changed.</summary>
    public ColumnBuilder Visible() => Set(change with { IsInvisible = false });

    /// <summary>Gives it another type than the method that began it, or a type where the column was named alone.</summary>
    /// <param name="type">The type.</param>
    public ColumnBuilder Type(ColumnType type) => Set(change with { Type = type });

    private ColumnBuilder SetDefault(DefaultValue value) => Set(change with { Default = new Mention<DefaultValue?>(value) });

    private GodwitException Contradiction(string what) => call.Error($"The column {Name} of {call.Table} {what}.", "Say one of the two.");

    private ColumnBuilder Set(ColumnChange next)
    {
        ColumnRules.Check(call, next);
        return Set(() => change = next);
    }

    private ColumnBuilder Set(Action assign)
    {
        call.RequireOpen();
        assign();
        return this;
    }
}
