using System.Runtime.CompilerServices;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <content>Tables.</content>
public sealed partial class SchemaBuilder
{
    /// <summary>Makes a table with all that is described in the callback: <c>CREATE TABLE</c>, and <c>CREATE INDEX</c> for its indexes.</summary>
    /// <param name="table">The table's name: <c>posts</c>, or <c>audit.posts</c> for one in another schema.</param>
    /// <param name="describe">Describes it.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="GodwitException">The description contradicts itself, as with two primary keys or a default that does not fit.</exception>
    public void Create(ObjectName table, Action<CreateTableBlueprint> describe, [CallerLineNumber] int line = 0)
    {
        var call = Call(table, line);
        Take(new CreateTableBlueprint(call), describe, call);
    }

    /// <summary>Changes a table that is there, in the order in which it is described; on MySQL and MariaDB as one <c>ALTER TABLE</c> where that can be.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="describe">Describes the changes.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="GodwitException">The description contradicts itself.</exception>
    public void Table(ObjectName table, Action<AlterTableBlueprint> describe, [CallerLineNumber] int line = 0)
    {
        var call = Call(table, line);
        Take(new AlterTableBlueprint(call), describe, call);
    }

    /// <summary>Gives a table another name, and keeps its rows and what refers to it: <c>ALTER TABLE … RENAME TO</c>.</summary>
    /// <param name="from">Its name before.</param>
    /// <param name="to">Its name after.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void Rename(ObjectName from, ObjectName to, [CallerLineNumber] int line = 0) =>
        Do(new RenameTable(Call(from, line).Table, Call(to, line).Table), line);

    /// <summary>The same as <see cref="Rename"/>.</summary>
    /// <param name="from">Its name before.</param>
    /// <param name="to">Its name after.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void RenameTable(ObjectName from, ObjectName to, [CallerLineNumber] int line = 0) => Rename(from, to, line);

    /// <summary>
    /// Drops a table with its rows: <c>DROP TABLE</c>. Its definition is remembered, so that the way back can be derived; the rows
    /// are lost.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public DropTableBuilder Drop(ObjectName table, [CallerLineNumber] int line = 0) => Do(new DropTableBuilder(Call(table, line)));

    /// <summary>Drops a table with its rows if it is there: <c>DROP TABLE IF EXISTS</c>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public DropTableBuilder DropIfExists(ObjectName table, [CallerLineNumber] int line = 0) => Drop(table, line).IfExists();

    /// <summary>Says what a person should know about a table: <c>COMMENT ON TABLE</c> (PostgreSQL), <c>COMMENT = '…'</c> (MySQL, MariaDB); no effect on SQLite.</summary>
    /// <param name="table">The table.</param>
    /// <param name="text">The comment; null takes it away.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void CommentOnTable(ObjectName table, string? text, [CallerLineNumber] int line = 0) => Do(new SetTableComment(Call(table, line).Table, text), line);

    private void Take<TBlueprint>(TBlueprint blueprint, Action<TBlueprint> describe, TableCall call)
        where TBlueprint : Blueprint
    {
        describe(blueprint);
        call.End();
        foreach (var operation in blueprint.Freeze()) drafts.Add(new FinishedDraft(operation));
    }
}
