using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <content>Tables, columns, constraints and indexes.</content>
internal sealed partial class OperationSql
{
    public IReadOnlyList<string> Visit(CreateTable operation) => CreateTableSql.Of(operation, version);

    public IReadOnlyList<string> Visit(DropTable operation) =>
        [$"DROP TABLE {IfExists(operation.IfExists)}{PostgreSqlNames.Quote(operation.Table)}{(operation.Cascade ? " CASCADE" : "")}"];

    public IReadOnlyList<string> Visit(RenameTable operation)
    {
        var statements = new List<string>();
        var (table, to) = (operation.From, operation.To);
        if (table.Schema != to.Schema)
        {
            statements.Add(to.Schema is { } name ? $"ALTER TABLE {PostgreSqlNames.Quote(table)} SET SCHEMA {PostgreSqlNames.Quote(name)}" : IntoCurrentSchema(table));
            table = table with { Schema = to.Schema };
        }

        if (table.Name != to.Name) statements.Add($"ALTER TABLE {PostgreSqlNames.Quote(table)} RENAME TO {PostgreSqlNames.Quote(to.Name)}");
        return statements;
    }

    // SET SCHEMA takes a name, and only the server knows that of the current schema.
    private static string IntoCurrentSchema(ObjectName table) =>
        $"""
        DO $godwit$
        BEGIN
            EXECUTE {PostgreSqlLiterals.Quoted($"ALTER TABLE {PostgreSqlNames.Quote(table)} SET SCHEMA ")} || quote_ident(current_schema());
        END
        $godwit$
        """;

    public IReadOnlyList<string> Visit(SetTableComment operation) => [CommentSql.OnTable(operation.Table, string.IsNullOrEmpty(operation.Comment) ? null : operation.Comment)];

    public IReadOnlyList<string> Visit(SetTableOptions operation)
    {
        Unsupported.Refuse(operation.Options);
        var table = "ALTER TABLE " + PostgreSqlNames.Quote(operation.Table);
        var statements = new List<string>();
        if (operation.Unlogged is { } unlogged) statements.Add($"{table} SET {(unlogged ? "UNLOGGED" : "LOGGED")}");
        var parameters = operation.Options.Parameters;
        var gone = parameters.Count > 0 || operation.IsWhole
            ? (operation.Old?.Parameters ?? []).Select(StorageParameter.Name).Except(parameters.Select(StorageParameter.Name)).ToArray()
            : [];
        if (gone.Length > 0) statements.Add($"{table} RESET ({string.Join(", ", gone)})");
        if (parameters.Count > 0 && !parameters.Equals(operation.Old?.Parameters)) statements.Add($"{table} SET ({string.Join(", ", parameters)})");
        if (operation.Options.AutoIncrementStart is { } start) statements.Add($"{table} ALTER COLUMN {Numbering(operation.Table, start)} SET START WITH {start} RESTART");
        // the numbers that were given meanwhile stay given
        else if (operation is { IsWhole: true, Old.AutoIncrementStart: { } changed })
            statements.Add($"{table} ALTER COLUMN {Numbering(operation.Table, changed)} SET START WITH {FirstNumber(operation.Table)}");
        return statements;
    }

    private string Numbering(ObjectName table, long start) =>
        schema.Require(table).Columns.FirstOrDefault(column => column.Identity is not null) is { } column
            ? PostgreSqlNames.Quote(column.Name)
            : throw new GodwitException(
                ErrorCode.InvalidDefinition, $"The table {table} has no column that numbers its rows, so its numbers cannot begin with {start}.",
                "Add one, as with Id().");

    private long FirstNumber(ObjectName table) => schema.Require(table).Columns.Select(column => column.Identity?.Start).FirstOrDefault(start => start is not null) ?? 1;

    public IReadOnlyList<string> Visit(AddColumn operation)
    {
        Unsupported.Refuse(operation.Online);
        var column = operation.Column;
        var sql = $"ALTER TABLE {PostgreSqlNames.Quote(operation.Table)} ADD COLUMN {IfNotExists(operation.IfNotExists)}{ColumnSql.Definition(column, version)}";
        if (column.Type is ColumnType.Enum type) sql += " " + constraints.Of(AllowedValues.Check(operation.Table, column.Name, type.Values));
        return string.IsNullOrEmpty(column.Comment) ? [sql] : [sql, CommentSql.OnColumn(operation.Table, column.Name, column.Comment)];
    }

    // What needs the column, its indexes and constraints, goes with it (manual, ALTER TABLE, DROP COLUMN).
    public IReadOnlyList<string> Visit(DropColumn operation) =>
        [$"ALTER TABLE {PostgreSqlNames.Quote(operation.Table)} DROP COLUMN {IfExists(operation.IfExists)}{PostgreSqlNames.Quote(operation.Column)}"];

    public IReadOnlyList<string> Visit(AlterColumn operation) => AlterColumnSql.Of(operation, schema.Find(operation.Table), version);

    public IReadOnlyList<string> Visit(RenameColumn operation) =>
        [$"ALTER TABLE {PostgreSqlNames.Quote(operation.Table)} RENAME COLUMN {PostgreSqlNames.Quote(operation.From)} TO {PostgreSqlNames.Quote(operation.To)}"];

    public IReadOnlyList<string> Visit(AddConstraint operation)
    {
        Unsupported.Refuse(operation.Online);
        return operation.Concurrently ? AddedConcurrently(operation) : [Added(operation.Table, operation.Constraint)];
    }

    public IReadOnlyList<string> Visit(DropConstraint operation)
    {
        var name = operation.Name ?? operation.Old?.Name ?? NameOf(operation);
        return name is null ? [] : [$"ALTER TABLE {PostgreSqlNames.Quote(operation.Table)} DROP CONSTRAINT {IfExists(operation.IfExists)}{PostgreSqlNames.Quote(name)}"];
    }

    public IReadOnlyList<string> Visit(ValidateConstraint operation) =>
        [$"ALTER TABLE {PostgreSqlNames.Quote(operation.Table)} VALIDATE CONSTRAINT {PostgreSqlNames.Quote(operation.Name)}"];

    public IReadOnlyList<string> Visit(CreateIndex operation)
    {
        Unsupported.Refuse(operation.Online);
        var build = operation.Concurrently ? IndexBuild.Concurrent : IndexBuild.Ordinary;
        var sql = IndexSql.Create(operation.Table, operation.Index, version, build, operation.IfNotExists);
        return string.IsNullOrEmpty(operation.Index.Comment) ? [sql] : [sql, CommentSql.OnIndex(operation.Table, operation.Index)];
    }

    public IReadOnlyList<string> Visit(DropIndex operation)
    {
        var name = PostgreSqlNames.Quote(operation.Table.Sibling(operation.Name));
        return [$"DROP INDEX {(operation.Concurrently ? "CONCURRENTLY " : "")}{IfExists(operation.IfExists)}{name}"];
    }

    public IReadOnlyList<string> Visit(RenameIndex operation) =>
        [$"ALTER INDEX {PostgreSqlNames.Quote(operation.Table.Sibling(operation.From))} RENAME TO {PostgreSqlNames.Quote(operation.To)}"];

    private string Added(ObjectName table, Constraint constraint) => $"ALTER TABLE {PostgreSqlNames.Quote(table)} ADD {constraints.Of(constraint)}";

    // The index is built while others write; the constraint then takes it over in an instant (manual, ALTER TABLE,
    // ADD table_constraint_using_index).
    private string[] AddedConcurrently(AddConstraint operation)
    {
        var named = ConstraintNaming.Named(Only(operation));
        var (index, constraint) = (named.PrimaryKey, named.Uniques) switch
        {
            ({ } key, _) => (Unique(key.Name!, key.Columns), (Constraint)(key with { UsingIndex = key.Name })),
            (_, [var unique]) => (
                Unique(unique.Name!, unique.Columns) with { Include = unique.Include, NullsNotDistinct = unique.NullsNotDistinct },
                unique with { UsingIndex = unique.Name }),
            _ => throw Unsupported.Error("adds only unique constraints and primary keys without blocking writers.",
                "Add a foreign key or a check as NotValid, and validate it in a later migration; an exclusion constraint has no such way."),
        };
        return [IndexSql.Create(operation.Table, index, version, IndexBuild.Concurrent), Added(operation.Table, constraint)];
    }

    private static Table Only(AddConstraint operation) => new Table(operation.Table) with
    {
        PrimaryKey = operation.Constraint as PrimaryKey,
        Uniques = operation.Constraint is UniqueConstraint unique ? [unique] : [],
    };

    private static TableIndex Unique(string name, ValueList<string> columns) =>
        new(name, columns.Select(column => new IndexPart(column)).ToValueList()) { IsUnique = true };

    // Known by its columns only: its name is looked up, or is the one that PostgreSQL chose.
    private string? NameOf(DropConstraint operation)
    {
        var table = schema.Require(operation.Table);
        var known = operation with { IfExists = true };
        if (known.Complete(schema) is not DropConstraint { Old: { } found }) return operation.IfExists ? null : throw Missing(operation);
        if (found.Name is { } name) return name;
        var place = table.Constraints.ToList().IndexOf(found);
        return ConstraintNaming.Named(table).Constraints.ElementAt(place).Name;
    }

    private static GodwitException Missing(DropConstraint operation) => new(
        ErrorCode.UnknownObject, $"The table {operation.Table} has no such constraint on {string.Join(", ", operation.Columns)}.",
        "Look at its constraints, and name one of those.");
}
