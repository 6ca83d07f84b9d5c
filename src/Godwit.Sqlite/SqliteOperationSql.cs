using Godwit.Operations;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.Sqlite;

/// <summary>
/// Says each operation by itself. Those that only a rebuild can carry out are empty here: they come here when nothing is left of
/// them to do.
/// </summary>
/// <param name="schema">The schema before the operation; null when nothing is known of it.</param>
internal sealed class SqliteOperationSql(DatabaseSchema? schema) : IOperationVisitor<IEnumerable<string>>
{
    /// <summary>Throws for ways of changing a table that SQLite does not have.</summary>
    /// <exception cref="GodwitException">The operation asks for one.</exception>
    internal static void Refuse(Operation operation)
    {
        var (concurrently, online) = operation switch
        {
            AddColumn add => (false, add.Online),
            AlterColumn alter => (false, alter.Online),
            AddConstraint add => (add.Concurrently, add.Online),
            CreateIndex create => (create.Concurrently, create.Online),
            DropIndex drop => (drop.Concurrently, OnlineChange.Unstated),
            _ => (false, OnlineChange.Unstated),
        };
        if (concurrently) throw SqliteUnsupported.That("concurrent building or dropping of indexes", "Leave it out: there is one writer at a time, and readers are not blocked in WAL mode.");
        if (online != OnlineChange.Unstated) throw SqliteUnsupported.That("algorithm or lock for changing a table", "Leave it out.");
        if (operation is AddColumn column) SqliteColumnSql.Refuse(column.Column);
        if (operation is AddConstraint constraint) SqliteConstraintSql.Define(constraint.Constraint);
        if (operation is CreateIndex index) SqliteIndexSql.Create(index.Table, index.Index);
    }

    public IEnumerable<string> Visit(CreateTable operation)
    {
        if (operation.IfNotExists && schema?.Find(operation.Table.Name) is not null) return [];
        operation.ApplyTo(new DatabaseSchema("sqlite"));
        return SqliteTableStatements.Create(operation.Table);
    }

    public IEnumerable<string> Visit(DropTable operation) =>
        operation.Cascade
            ? throw SqliteUnsupported.That("DROP TABLE … CASCADE", "Drop what refers to the table first.")
            : [$"DROP TABLE {IfExists(operation.IfExists)}{SqliteNames.Quote(operation.Table)}"];

    public IEnumerable<string> Visit(RenameTable operation) =>
        [$"ALTER TABLE {SqliteNames.Quote(operation.From)} RENAME TO {SqliteNames.QuoteNew(operation.To)}"];

    // SQLite has no place for comments: see the table of methods in the documentation.
    public IEnumerable<string> Visit(SetTableComment operation) => [];

    public IEnumerable<string> Visit(SetTableOptions operation)
    {
        SqliteTableSql.RefuseOptions(operation.Options);
        if (operation.Unlogged is not null) throw SqliteUnsupported.That("unlogged tables", "Leave it out.");
        return operation.Options.AutoIncrementStart is { } start ? SqliteTableStatements.NumberFrom(schema!.Require(operation.Table), start) : [];
    }

    public IEnumerable<string> Visit(AddColumn operation)
    {
        Refuse(operation);
        if (operation.IfNotExists && schema!.Require(operation.Table).Column(operation.Column.Name) is not null) return [];
        var table = schema?.Find(operation.Table) ?? new Table(operation.Table);
        return [$"ALTER TABLE {SqliteNames.Quote(operation.Table)} ADD COLUMN {SqliteColumnSql.Define(table, operation.Column, null)}"];
    }

    public IEnumerable<string> Visit(DropColumn operation)
    {
        var table = schema!.Require(operation.Table);
        if (operation.IfExists && table.Column(operation.Column) is null) return [];
        var changed = table.DropColumn(operation.Column);
        return
        [
            .. table.Indexes.Where(index => !changed.Indexes.Contains(index)).Select(index => $"DROP INDEX {SqliteNames.Quote(index.Name)}"),
            $"ALTER TABLE {SqliteNames.Quote(operation.Table)} DROP COLUMN {SqliteNames.Quote(operation.Column)}",
        ];
    }

    public IEnumerable<string> Visit(AlterColumn operation) => [];

    public IEnumerable<string> Visit(RenameColumn operation) =>
        [$"ALTER TABLE {SqliteNames.Quote(operation.Table)} RENAME COLUMN {SqliteNames.Quote(operation.From)} TO {SqliteNames.Quote(operation.To)}"];

    public IEnumerable<string> Visit(AddConstraint operation) => [];

    public IEnumerable<string> Visit(DropConstraint operation) => [];

    public IEnumerable<string> Visit(ValidateConstraint operation) =>
        throw SqliteUnsupported.That("constraints that were not checked when they were added", "Leave the operation out for SQLite.");

    public IEnumerable<string> Visit(CreateIndex operation)
    {
        Refuse(operation);
        return [operation.IfNotExists ? SqliteIndexSql.CreateIfMissing(operation.Table, operation.Index) : SqliteIndexSql.Create(operation.Table, operation.Index)];
    }

    public IEnumerable<string> Visit(DropIndex operation)
    {
        Refuse(operation);
        return [$"DROP INDEX {IfExists(operation.IfExists)}{SqliteNames.Quote(operation.Name)}"];
    }

    public IEnumerable<string> Visit(RenameIndex operation)
    {
        var index = schema!.Require(operation.Table).Indexes.FirstOrDefault(other => other.Name == operation.From);
        if (index is null) throw new GodwitException(ErrorCode.UnknownObject, $"The table {operation.Table} has no index {operation.From}.", "Look at its indexes, and rename one of those.");
        return [$"DROP INDEX {SqliteNames.Quote(operation.From)}", SqliteIndexSql.Create(operation.Table, index with { Name = operation.To })];
    }

    public IEnumerable<string> Visit(CreateView operation)
    {
        if (operation.Query.For("sqlite") is not { } query) return [];
        var view = operation.Whole ?? new View(operation.Name, query) { IsMaterialized = operation.IsMaterialized, Columns = operation.Columns };
        return
        [
            .. operation.OrReplace ? [$"DROP VIEW IF EXISTS {SqliteNames.Quote(operation.Name)}"] : Array.Empty<string>(),
            SqliteViewText.Create(view),
            .. view.Triggers.Select(trigger => trigger.Definition),
        ];
    }

    public IEnumerable<string> Visit(DropView operation) => [$"DROP VIEW {IfExists(operation.IfExists)}{SqliteNames.Quote(operation.Name)}"];

    public IEnumerable<string> Visit(RefreshView operation) => throw SqliteUnsupported.That("materialised views", "Use an ordinary view: it is never out of date.");

    public IEnumerable<string> Visit(CreateSequence operation) => throw Sequences();

    public IEnumerable<string> Visit(AlterSequence operation) => throw Sequences();

    public IEnumerable<string> Visit(DropSequence operation) => throw Sequences();

    public IEnumerable<string> Visit(CreateEnum operation) => throw Enums();

    public IEnumerable<string> Visit(DropEnum operation) => throw Enums();

    public IEnumerable<string> Visit(AddEnumValue operation) => throw Enums();

    public IEnumerable<string> Visit(RenameEnumValue operation) => throw Enums();

    public IEnumerable<string> Visit(CreateTrigger operation) =>
        operation.Definition.For("sqlite") is { } definition ? [SqliteStatement.Trimmed(definition)] : [];

    public IEnumerable<string> Visit(DropTrigger operation) =>
        operation.Only is not null && operation.Only.For("sqlite") is null ? [] : [$"DROP TRIGGER {IfExists(operation.IfExists)}{SqliteNames.Quote(operation.Name)}"];

    public IEnumerable<string> Visit(CreateRoutine operation) => operation.Definition.For("sqlite") is null ? [] : throw Routines();

    public IEnumerable<string> Visit(DropRoutine operation) => operation.Only is not null && operation.Only.For("sqlite") is null ? [] : throw Routines();

    public IEnumerable<string> Visit(CreateSchema operation) => throw Schemas();

    public IEnumerable<string> Visit(DropSchema operation) => throw Schemas();

    public IEnumerable<string> Visit(CreateExtension operation) => throw Extensions();

    public IEnumerable<string> Visit(DropExtension operation) => throw Extensions();

    public IEnumerable<string> Visit(InsertRows operation) => SqliteRowSql.Insert(operation);

    public IEnumerable<string> Visit(UpdateRows operation) => SqliteRowSql.Update(operation);

    public IEnumerable<string> Visit(DeleteRows operation) => SqliteRowSql.Delete(operation);

    public IEnumerable<string> Visit(Backfill operation) => throw Handled(operation);

    public IEnumerable<string> Visit(RunSql operation)
    {
        if (operation.Sql.For("sqlite") is not { } sql) return [];
        var source = new SourceText(operation.Location?.Path ?? "", sql);
        return SqliteDialect.Instance.Splitter.Split(source, 0, sql.Length).Select(statement => statement.Text);
    }

    public IEnumerable<string> Visit(RunCode operation) => throw Handled(operation);

    // The checking is switched before the transaction begins: inside of one the pragma does nothing.
    public IEnumerable<string> Visit(SetForeignKeyChecks operation) => [];

    private static string IfExists(bool condition) => condition ? "IF EXISTS " : "";

    private static GodwitException Sequences() => SqliteUnsupported.That("sequences", "Number the rows with an AutoIncrement column, or keep the number in a table.");

    private static GodwitException Enums() => SqliteUnsupported.That("enumerated types", "Use an Enum column with its values, and change the column to change them.");

    private static GodwitException Routines() => SqliteUnsupported.That("functions and procedures", "Register a function on the connection in the application, or write a trigger; give the routine's text to the other databases only.");

    private static GodwitException Schemas() => SqliteUnsupported.That("schemas", "Give the tables a prefix, or keep them in a database file of their own.");

    private static GodwitException Extensions() => SqliteUnsupported.That("extensions that a database keeps", "Load the extension on the connection, in the application.");

    private static InvalidOperationException Handled(Operation operation) => new($"The engine itself carries out \"{operation.Summary}\".");
}
