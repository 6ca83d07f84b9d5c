using System.Runtime.CompilerServices;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <content>
/// Rows. A row is an object whose properties are columns, <c>new { name = "admin", level = 3 }</c>, or a dictionary. Values are null,
/// texts, numbers, bools, dates, times, a <see cref="Guid"/>, bytes or <c>Raw.Sql("…")</c>.
/// </content>
public sealed partial class SchemaBuilder
{
    /// <summary>Puts a row into a table: <c>schema.Insert("roles", new { name = "admin" })</c>. The way back cannot be derived: write Down, with <see cref="Delete"/>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="row">The row.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="GodwitException">It has no columns, or a value of which no literal can be made.</exception>
    public void Insert(ObjectName table, object row, [CallerLineNumber] int line = 0) => Insert(table, [row], line);

    /// <summary>Puts rows into a table, all with the same columns: <c>schema.Insert("roles", [new { name = "admin" }, new { name = "guest" }])</c>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows, at least one.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="GodwitException">They do not have the same columns, or a value of which no literal can be made.</exception>
    public void Insert(ObjectName table, IEnumerable<object> rows, [CallerLineNumber] int line = 0)
    {
        var call = Call(table, line);
        var (columns, values) = AuthoredRow.Of(call, rows);
        Do(new InsertRows(table, columns, values), line);
    }

    /// <summary>Changes some rows: <c>schema.Update("users", new { active = true }, "last_seen &gt; '2026-01-01'")</c>. The way back cannot be derived.</summary>
    /// <param name="table">The table.</param>
    /// <param name="values">What the columns are set to.</param>
    /// <param name="where">Which rows, as SQL. For all rows, <see cref="UpdateAll"/>.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void Update(ObjectName table, object values, string where, [CallerLineNumber] int line = 0)
    {
        var call = Call(table, line);
        Do(new UpdateRows(table, AuthoredRow.Of(call, values), call.Require(where, $"Which rows of {table} are changed")), line);
    }

    /// <summary>Changes all rows of a table. For a large one, <see cref="Backfill"/> does not lock it for long.</summary>
    /// <param name="table">The table.</param>
    /// <param name="values">What the columns are set to.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void UpdateAll(ObjectName table, object values, [CallerLineNumber] int line = 0) => Do(new UpdateRows(table, AuthoredRow.Of(Call(table, line), values), null), line);

    /// <summary>Deletes some rows: <c>schema.Delete("roles", "name = 'guest'")</c>. The way back cannot be derived.</summary>
    /// <param name="table">The table.</param>
    /// <param name="where">Which rows, as SQL. For all rows, <see cref="DeleteAll"/>.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void Delete(ObjectName table, string where, [CallerLineNumber] int line = 0) =>
        Do(new DeleteRows(table, Call(table, line).Require(where, $"Which rows of {table} are deleted")), line);

    /// <summary>Deletes all rows of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void DeleteAll(ObjectName table, [CallerLineNumber] int line = 0) => Do(new DeleteRows(Call(table, line).Table, null), line);

    /// <summary>
    /// Changes the rows of a large table a range of its key at a time, each range in a transaction of its own:
    /// <c>schema.Backfill("users", "full_name = first || ' ' || last", where: "full_name IS NULL")</c>. A run that was interrupted goes
    /// on after the last range that was done.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="assignments">What stands between <c>SET</c> and <c>WHERE</c>.</param>
    /// <param name="where">Which rows, as SQL; null is all.</param>
    /// <param name="key">The column whose ranges are gone through: a whole number, unique or nearly so; null is the primary key.</param>
    /// <param name="batchSize">How many keys a range spans.</param>
    /// <param name="pause">How long to wait between two ranges; by itself not at all.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void Backfill(
        ObjectName table, DialectText assignments, string? where = null, string? key = null, int batchSize = 10_000, TimeSpan pause = default, [CallerLineNumber] int line = 0)
    {
        var call = Call(table, line);
        DialectTexts.Require(call, assignments, $"What the backfill of {table} sets");
        if (where is not null) call.Require(where, $"Which rows of {table} are changed");
        if (key is not null) call.Require(key, $"The key of the backfill of {table}");
        if (batchSize < 1) throw call.Error($"The backfill of {table} goes through {batchSize} keys at a time.", "Let it be at least 1.");
        if (pause < TimeSpan.Zero) throw call.Error($"The backfill of {table} waits {pause} between two ranges.", "Let it wait 0 or more.");
        Do(new Backfill(table, assignments) { Predicate = where, Key = key, BatchSize = batchSize, Pause = pause }, line);
    }
}
