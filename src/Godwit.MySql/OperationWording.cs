using Godwit.Operations;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>Says one operation in SQL.</summary>
/// <param name="words">What is said the same in every place.</param>
/// <param name="before">The schema before the operation; null where no operation needs one.</param>
/// <param name="after">The schema after it; null where no operation needs one.</param>
internal sealed class OperationWording(MySqlVocabulary words, DatabaseSchema? before, DatabaseSchema? after) : IOperationVisitor<Wording>
{
    private MySqlTraits Traits => words.Traits;

    // One statement, unless the table had triggers: each of them is a statement of its own (a table that is given back).
    public Wording Visit(CreateTable operation) =>
        new Wording.Statements([operation.Table.Definition ?? words.Tables.Create(operation.Table, operation.IfNotExists), .. operation.Table.Triggers.Select(trigger => trigger.Definition)]);

    public Wording Visit(DropTable operation)
    {
        if (operation.Cascade) throw NotSupported("does not drop the foreign keys that refer to a dropped table", "Drop those foreign keys first.");
        return new Wording.Statements($"DROP {(operation.IsTemporary ? "TEMPORARY " : "")}TABLE {IfExists(operation.IfExists)}{MySqlNames.Quote(operation.Table)}");
    }

    public Wording Visit(RenameTable operation) =>
        new Wording.Statements($"RENAME TABLE {MySqlNames.Quote(operation.From)} TO {MySqlNames.Quote(operation.To)}");

    public Wording Visit(SetTableComment operation) =>
        new Wording.Alteration(operation.Table, "COMMENT = " + words.Literals.Comment(operation.Comment ?? ""), AlterWork.Definition) { Keys = ["table comment"] };

    public Wording Visit(SetTableOptions operation) => words.Alterations.SetTableOptions(operation, Before(operation.Table));

    public Wording Visit(AddColumn operation) => words.Alterations.AddColumn(operation, Before(operation.Table));

    public Wording Visit(DropColumn operation) => words.Alterations.DropColumn(operation, before!.Require(operation.Table));

    public Wording Visit(AlterColumn operation) =>
        words.Alterations.AlterColumn(operation, before!.Require(operation.Table), after!.Require(operation.Table));

    public Wording Visit(RenameColumn operation) => words.Alterations.RenameColumn(operation, Before(operation.Table));

    public Wording Visit(AddConstraint operation) => words.Alterations.AddConstraint(operation, after?.Find(operation.Table));

    public Wording Visit(DropConstraint operation) =>
        words.Alterations.DropConstraint(operation, before!.Require(operation.Table), after!.Require(operation.Table));

    public Wording Visit(ValidateConstraint operation) =>
        throw NotSupported("has no constraints that are not valid yet", "Leave it out: a constraint is checked when it is added.");

    public Wording Visit(CreateIndex operation) => words.Alterations.CreateIndex(operation, Before(operation.Table));

    public Wording Visit(DropIndex operation) => words.Alterations.DropIndex(operation, before!.Require(operation.Table), after!.Require(operation.Table));

    public Wording Visit(RenameIndex operation) => MySqlAlterations.RenameIndex(operation);

    public Wording Visit(CreateView operation)
    {
        if (operation.Query.For(Traits.Product) is not { } query) return Wording.Nothing;
        if (operation.IsMaterialized) throw NotSupported("has no materialised views", "Create a table from the query, and fill it again when it is to be fresh.");
        if (operation.Comment is not null) throw NotSupported("keeps no comments on views", "Leave it out, or write it into the query.");
        var create = operation.OrReplace ? "CREATE OR REPLACE " : "CREATE ";
        if (operation.Whole?.Definition is { } definition) return new Wording.Statements(create + definition["CREATE ".Length..]);
        var columns = operation.Columns.Count > 0 ? " " + MySqlNames.List(operation.Columns) : "";
        return new Wording.Statements($"{create}VIEW {MySqlNames.Quote(operation.Name)}{columns} AS\n{query.Trim().TrimEnd(';')}");
    }

    public Wording Visit(DropView operation) =>
        operation.IsMaterialized
            ? throw NotSupported("has no materialised views", "Drop the table that stands for it.")
            : new Wording.Statements($"DROP VIEW {IfExists(operation.IfExists)}{MySqlNames.Quote(operation.Name)}");

    public Wording Visit(RefreshView operation) => throw NotSupported("has no materialised views", "Fill the table that stands for it with schema.Sql.");

    public Wording Visit(CreateSequence operation) => words.Sequences.Create(operation);

    public Wording Visit(AlterSequence operation) => words.Sequences.Alter(operation);

    public Wording Visit(DropSequence operation) => words.Sequences.Drop(operation);

    public Wording Visit(CreateEnum operation) => throw NoEnums();

    public Wording Visit(DropEnum operation) => throw NoEnums();

    public Wording Visit(AddEnumValue operation) => throw NoEnums();

    public Wording Visit(RenameEnumValue operation) => throw NoEnums();

    public Wording Visit(CreateTrigger operation) => Written(operation.Definition, operation.Location);

    public Wording Visit(DropTrigger operation) =>
        operation.Only is not null && operation.Only.For(Traits.Product) is null
            ? Wording.Nothing
            : new Wording.Statements($"DROP TRIGGER {IfExists(operation.IfExists)}{MySqlNames.Quote(operation.Table.Sibling(operation.Name))}");

    // Two statements where a routine takes the place of another on MySQL, which has no CREATE OR REPLACE for routines.
    public Wording Visit(CreateRoutine operation)
    {
        if (operation.Definition.For(Traits.Product) is not { } text) return Wording.Nothing;
        if (!operation.OrReplace) return Written(text, operation.Location);
        var plain = RoutineText.WithoutReplace(text);
        return Traits.HasReplaceableRoutines
            ? Written(RoutineText.WithReplace(plain), operation.Location)
            : new Wording.Statements([$"DROP {Kind(operation.Kind)} IF EXISTS {MySqlNames.Quote(operation.Name)}", .. Split(plain, operation.Location)]);
    }

    public Wording Visit(DropRoutine operation) =>
        operation.Only is not null && operation.Only.For(Traits.Product) is null
            ? Wording.Nothing
            : new Wording.Statements($"DROP {Kind(operation.Kind)} {IfExists(operation.IfExists)}{MySqlNames.Quote(operation.Name)}");

    public Wording Visit(CreateSchema operation) => throw NoSchemas();

    public Wording Visit(DropSchema operation) => throw NoSchemas();

    public Wording Visit(CreateExtension operation) => throw NoExtensions();

    public Wording Visit(DropExtension operation) => throw NoExtensions();

    public Wording Visit(InsertRows operation) => RowStatements.Insert(operation);

    public Wording Visit(UpdateRows operation) => RowStatements.Update(operation);

    public Wording Visit(DeleteRows operation) => RowStatements.Delete(operation);

    public Wording Visit(Backfill operation) => throw new InvalidOperationException("A backfill is run by the engine.");

    public Wording Visit(RunSql operation) => Written(operation.Sql, operation.Location);

    public Wording Visit(RunCode operation) => throw new InvalidOperationException("Code is run by the engine.");

    public Wording Visit(SetForeignKeyChecks operation) => new Wording.Statements($"SET FOREIGN_KEY_CHECKS = {(operation.Enabled ? 1 : 0)}");

    private static string IfExists(bool ifExists) => ifExists ? "IF EXISTS " : "";

    private static string Kind(RoutineKind kind) => kind is RoutineKind.Procedure ? "PROCEDURE" : "FUNCTION";

    private Table? Before(ObjectName table) => before?.Find(table);

    private Wording Written(DialectText text, SourceLocation? location) =>
        text.For(Traits.Product) is { } sql ? new Wording.Statements([.. Split(sql, location)]) : Wording.Nothing;

    private IEnumerable<string> Split(string sql, SourceLocation? location) =>
        words.Splitter.Split(new SourceText(location?.Path ?? "", sql), 0, sql.Length).Select(statement => statement.Text);

    private GodwitException NotSupported(string what, string alternative) => new(ErrorCode.NotSupported, $"{Traits.Title} {what}.", alternative);

    private GodwitException NoEnums() => NotSupported("has no enumerated types of their own", "Use a column of the type Enum, and change its list of values with Change().");

    private GodwitException NoSchemas() => NotSupported("has no schemas beneath a database", "Create a database, which it also calls a schema, with schema.Sql.");

    private GodwitException NoExtensions() => NotSupported("has no extensions", "Leave it out, or say that it is for PostgreSQL only.");
}
