using System.Runtime.CompilerServices;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <content>Single changes of columns.</content>
public sealed partial class SchemaBuilder
{
    /// <summary>Adds one column: <c>schema.AddColumn("users").String("phone", 30).Nullable()</c> is <c>ALTER TABLE … ADD COLUMN</c>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The types to choose from; exactly one column has to be described.</returns>
    public SingleColumn AddColumn(ObjectName table, [CallerLineNumber] int line = 0) => Do(new SingleColumn(Call(table, line), ColumnIntent.Add));

    /// <summary>
    /// Changes one column and its type: <c>schema.AlterColumn("users").String("email", 320)</c>. All that is not mentioned stays as
    /// it is.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The types to choose from; exactly one column has to be described.</returns>
    public SingleColumn AlterColumn(ObjectName table, [CallerLineNumber] int line = 0) => Do(new SingleColumn(Call(table, line), ColumnIntent.Change));

    /// <summary>Changes one column: <c>schema.AlterColumn("users", "email").Nullable()</c>. All that is not mentioned stays as it is, the type too.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ColumnBuilder AlterColumn(ObjectName table, string column, [CallerLineNumber] int line = 0) =>
        Do(new ColumnBuilder(Call(table, line), column, null, ColumnIntent.Change));

    /// <summary>Gives a column another name, wherever it is spoken of: <c>RENAME COLUMN</c>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="from">Its name before.</param>
    /// <param name="to">Its name after.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void RenameColumn(ObjectName table, string from, string to, [CallerLineNumber] int line = 0)
    {
        var call = Call(table, line);
        Do(new RenameColumn(table, call.Require(from, "The column to be renamed"), call.Require(to, $"The new name of the column {from}")), line);
    }

    /// <summary>
    /// Drops columns with their values, and the keys, checks and indexes that need them: <c>DROP COLUMN</c>. The definitions are
    /// remembered, so that the way back can be derived; the values are lost.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The column, or several: <c>["phone", "fax"]</c>.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void DropColumn(ObjectName table, ColumnList columns, [CallerLineNumber] int line = 0)
    {
        foreach (var column in Call(table, line).RequireColumns(columns, $"What is dropped of {table}")) Do(new DropColumn(table, column), line);
    }

    /// <summary>Laravel's name for <see cref="DropColumn"/>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The column, or several: <c>["phone", "fax"]</c>.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void DropColumns(ObjectName table, ColumnList columns, [CallerLineNumber] int line = 0) => DropColumn(table, columns, line);

    /// <summary>Drops columns as far as they are there. See <see cref="DropColumn"/>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The column, or several: <c>["phone", "fax"]</c>.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void DropColumnIfExists(ObjectName table, ColumnList columns, [CallerLineNumber] int line = 0)
    {
        foreach (var column in Call(table, line).RequireColumns(columns, $"What is dropped of {table}")) Do(new DropColumn(table, column) { IfExists = true }, line);
    }

    /// <summary>Says what a person should know about a column: <c>COMMENT ON COLUMN</c> (PostgreSQL), <c>COMMENT '…'</c> (MySQL, MariaDB); no effect on SQLite.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="text">The comment; null takes it away.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void CommentOnColumn(ObjectName table, string column, string? text, [CallerLineNumber] int line = 0) => AlterColumn(table, column, line).Comment(text);
}
