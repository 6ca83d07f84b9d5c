using Godwit.Schema;

namespace Godwit;

/// <summary>
/// A table as an author describes it, new or already there: its columns, keys and indexes. Method names are Laravel's in
/// PascalCase. What is written is put together when the callback of <c>Create</c> or <c>Table</c> returns.
/// </summary>
public abstract partial class Blueprint : ColumnTypes
{
    private protected Blueprint(TableCall call)
        : base(call)
    {
    }

    /// <summary>
    /// What a person should know about the table: <c>COMMENT ON TABLE</c> (PostgreSQL), <c>COMMENT = '…'</c> (MySQL, MariaDB).
    /// SQLite keeps none, and the comment has no effect there.
    /// </summary>
    /// <param name="text">The comment; null takes it away.</param>
    public void Comment(string? text)
    {
        Call.RequireOpen();
        SetComment(text);
    }

    /// <summary>The storage engine: <c>ENGINE = InnoDB</c> (MySQL, MariaDB; others refuse the migration).</summary>
    /// <param name="name">The engine.</param>
    public void Engine(string name) => Store(options => options with { Engine = Call.Require(name, $"The engine of {Call.Table}") });

    /// <summary>The storage engine InnoDB, which is the usual one (MySQL, MariaDB; others refuse the migration).</summary>
    public void InnoDb() => Engine("InnoDB");

    /// <summary>The character set of its texts: <c>DEFAULT CHARACTER SET utf8mb4</c> (MySQL, MariaDB; others refuse the migration).</summary>
    /// <param name="name">The character set.</param>
    public void Charset(string name) => Store(options => options with { Charset = Call.Require(name, $"The character set of {Call.Table}") });

    /// <summary>How its texts compare: <c>COLLATE utf8mb4_unicode_ci</c> (MySQL, MariaDB; others refuse the migration: say it of the columns).</summary>
    /// <param name="name">The collation.</param>
    public void Collation(string name) => Store(options => options with { Collation = Call.Require(name, $"The collation of {Call.Table}") });

    /// <summary>The next number of its numbering column: <c>AUTO_INCREMENT = 1000</c> (MySQL, MariaDB). For a new column, <c>.From(1000)</c> works on every database.</summary>
    /// <param name="number">The number.</param>
    public void AutoIncrementFrom(long number) => Store(options => options with { AutoIncrementStart = number });

    /// <summary>A storage parameter: <c>WITH (fillfactor = 70)</c> (PostgreSQL; others refuse the migration). It may be repeated.</summary>
    /// <param name="parameter">The parameter with its value: <c>fillfactor = 70</c>.</param>
    public void With(string parameter) => Store(options => options with { Parameters = options.Parameters.Add(Call.Require(parameter, $"A storage parameter of {Call.Table}")) });

    /// <summary>The operations that the table stands for as it is now.</summary>
    internal abstract IReadOnlyList<Operations.Operation> Freeze();

    private protected override ColumnBuilder Add(string name, ColumnType type)
    {
        Call.RequireOpen();
        var column = new ColumnBuilder(Call, name, type, Intent);
        Keep(column);
        return column;
    }

    private protected abstract ColumnIntent Intent { get; }

    private protected abstract void Keep(ColumnBuilder column);

    private protected abstract void Keep(IConstraintDraft constraint);

    private protected abstract void Keep(IndexBuilder index);

    private protected abstract void SetComment(string? text);

    private protected abstract void Set(Func<TableOptions, TableOptions> change);

    private protected void Store(Func<TableOptions, TableOptions> change)
    {
        Call.RequireOpen();
        Set(change);
    }
}
