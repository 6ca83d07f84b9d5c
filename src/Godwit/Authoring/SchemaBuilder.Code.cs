using System.Runtime.CompilerServices;
using Godwit.Operations;

namespace Godwit;

/// <content>SQL and code of the author's own.</content>
public sealed partial class SchemaBuilder
{
    /// <summary>
    /// Runs SQL as it is written, one or more statements: <c>schema.Sql("…", down: "…")</c>, or another for each database:
    /// <c>schema.Sql(sqlite: "…", postgreSql: "…")</c>. A database for which there is none is left alone.
    /// </summary>
    /// <param name="sql">For every database that has none of its own.</param>
    /// <param name="down">What undoes it, so that the way back can be derived; an empty text says that there is nothing to undo.</param>
    /// <param name="sqlite">For SQLite.</param>
    /// <param name="postgreSql">For PostgreSQL.</param>
    /// <param name="mySql">For MySQL, and for MariaDB when that has none of its own.</param>
    /// <param name="mariaDb">For MariaDB.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="GodwitException">There is no SQL, or a down is missing for the database.</exception>
    public void Sql(
        string? sql = null, DialectText? down = null, string? sqlite = null, string? postgreSql = null, string? mySql = null, string? mariaDb = null,
        [CallerLineNumber] int line = 0)
    {
        var call = Call(line);
        var text = DialectTexts.Require(call, new DialectText { Any = sql, Sqlite = sqlite, PostgreSql = postgreSql, MySql = mySql, MariaDb = mariaDb }, "The SQL");
        Do(new RunSql(text) { Undo = down is null ? null : DialectTexts.Undoing(call, text, down, Product) }, line);
    }

    /// <summary>
    /// Runs code on the open connection, in the migration's transaction:
    /// <c>schema.Run(async (db, ct) => await db.ExecuteAsync("…", ct))</c>. What it does is known to nobody else: a preview says only
    /// that it runs, and no script can hold it.
    /// </summary>
    /// <param name="code">The code.</param>
    /// <param name="undo">The code that undoes it, so that the way back can be derived.</param>
    /// <param name="name">What previews and messages call it; null is its line.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void Run(MigrationCode code, MigrationCode? undo = null, string? name = null, [CallerLineNumber] int line = 0) =>
        Do(new RunCode(name ?? $"code of line {line}", code) { Undo = undo }, line);
}
