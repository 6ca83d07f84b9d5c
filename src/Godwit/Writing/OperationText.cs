using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Writing;

/// <summary>Operations in the words of the schema builder.</summary>
internal sealed class OperationText(string product) : IOperationVisitor<Sentence>
{
    public Sentence Visit(CreateTable operation) =>
        Sentence.OfSchema($"Create({Text(operation.Table.Name)}, table =>") with { Inside = CreateTableText.Lines(operation.Table, product) };

    public Sentence Visit(DropTable operation) =>
        Sentence.OfSchema($"Drop{(operation.IfExists ? "IfExists" : "")}({Text(operation.Table)}){(operation.Cascade ? ".Cascade()" : "")}{(operation.IsTemporary ? ".Temporary()" : "")}");

    public Sentence Visit(RenameTable operation) => Sentence.OfSchema($"Rename({Text(operation.From)}, {Text(operation.To)})");

    public Sentence Visit(SetTableComment operation) => Sentence.OfTable(operation.Table, $"Comment({CSharpLiteral.Of(operation.Comment)})");

    public Sentence Visit(SetTableOptions operation) => Sentence.OfTable(
        operation.Table, [.. TableOptionsText.Lines(operation.Options), .. operation.Unlogged is { } unlogged ? [unlogged ? "Unlogged()" : "Logged()"] : Array.Empty<string>()]);

    public Sentence Visit(AddColumn operation) => Sentence.OfTable(operation.Table, ColumnText.Of(operation.Column, product) + Position(operation.Position));

    public Sentence Visit(DropColumn operation) => Sentence.OfTable(operation.Table, $"DropColumn({CSharpLiteral.Text(operation.Column)})");

    public Sentence Visit(AlterColumn operation) =>
        Sentence.OfTable(operation.Table, $"{ColumnText.Of(operation.Change, product)}{(operation.Using is null ? "" : $".Using({CSharpLiteral.Text(operation.Using)})")}{Position(operation.Position)}");

    public Sentence Visit(RenameColumn operation) => Sentence.OfTable(operation.Table, $"RenameColumn({CSharpLiteral.Text(operation.From)}, {CSharpLiteral.Text(operation.To)})");

    public Sentence Visit(AddConstraint operation) => Sentence.OfTable(operation.Table, new ConstraintText(operation.Table).Of(operation.Constraint));

    public Sentence Visit(DropConstraint operation) => Sentence.OfTable(operation.Table, (operation.Kind, operation.Name) switch
    {
        (ConstraintKind.PrimaryKey, _) => "DropPrimary()",
        (ConstraintKind.Unique, null) => $"DropUnique([{CSharpLiteral.List(operation.Columns)}])",
        (ConstraintKind.ForeignKey, null) => $"DropForeign([{CSharpLiteral.List(operation.Columns)}])",
        (ConstraintKind.Unique, { } name) => $"DropUnique({CSharpLiteral.Text(name)})",
        (ConstraintKind.ForeignKey, { } name) => $"DropForeign({CSharpLiteral.Text(name)})",
        (ConstraintKind.Check, { } name) => $"DropCheck({CSharpLiteral.Text(name)})",
        (_, { } name) => $"DropExclusion({CSharpLiteral.Text(name)})",
        _ => throw new GodwitException(
            ErrorCode.NotSupported, $"The table {operation.Table} has a {ConstraintKinds.Noun(operation.Kind)} without a name, and a migration in C# cannot say which is to be dropped.",
            "Write the migration in SQL, or give the constraint a name first."),
    });

    public Sentence Visit(ValidateConstraint operation) => Sentence.OfTable(operation.Table, $"ValidateConstraint({CSharpLiteral.Text(operation.Name)})");

    public Sentence Visit(CreateIndex operation) => Sentence.OfTable(operation.Table, new ConstraintText(operation.Table).Of(operation.Index) + (operation.Concurrently ? ".Concurrently()" : ""));

    public Sentence Visit(DropIndex operation) => Sentence.OfTable(operation.Table, $"DropIndex({CSharpLiteral.Text(operation.Name)}){(operation.Concurrently ? ".Concurrently()" : "")}");

    public Sentence Visit(RenameIndex operation) => Sentence.OfTable(operation.Table, $"RenameIndex({CSharpLiteral.Text(operation.From)}, {CSharpLiteral.Text(operation.To)})");

    public Sentence Visit(CreateView operation)
    {
        var texts = new ConstraintText(operation.Name);
        var view = $"Create{(operation.IsMaterialized ? "Materialized" : "")}View({Text(operation.Name)}, {Text(operation.Query)})"
            + $"{(operation.Columns.Count > 0 ? $".Columns({CSharpLiteral.List(operation.Columns)})" : "")}{(operation.OrReplace ? ".OrReplace()" : "")}{(operation.Comment is null ? "" : $".Comment({CSharpLiteral.Text(operation.Comment)})")}";
        return new Sentence(null,
        [
            view,
            .. operation.Whole?.Indexes.Select(index => $"Table({Text(operation.Name)}, table => table.{texts.Of(index)})") ?? [],
            .. operation.Whole?.Triggers.Select(trigger => $"CreateTrigger({Text(operation.Name)}, {CSharpLiteral.Text(trigger.Name)}, {CSharpLiteral.Text(trigger.Definition)})") ?? [],
        ]);
    }

    public Sentence Visit(DropView operation) => Sentence.OfSchema($"Drop{(operation.IsMaterialized ? "Materialized" : "")}View({Text(operation.Name)})");

    public Sentence Visit(RefreshView operation) => Sentence.OfSchema($"RefreshMaterializedView{(operation.Concurrently ? "Concurrently" : "")}({Text(operation.Name)})");

    public Sentence Visit(CreateSequence operation) => Sentence.OfSchema($"CreateSequence({Text(operation.Sequence.Name)}){Settings(operation.Sequence)}");

    public Sentence Visit(AlterSequence operation) =>
        Sentence.OfSchema($"AlterSequence({Text(operation.Change.Name)}){Settings(operation.Change)}{(operation.Restart is { } number ? $".Restart({number})" : "")}");

    public Sentence Visit(DropSequence operation) => Sentence.OfSchema($"DropSequence{(operation.IfExists ? "IfExists" : "")}({Text(operation.Name)})");

    public Sentence Visit(CreateEnum operation) => Sentence.OfSchema($"CreateEnum({Text(operation.Type.Name)}, [{CSharpLiteral.List(operation.Type.Values)}])");

    public Sentence Visit(DropEnum operation) => Sentence.OfSchema($"DropEnum{(operation.IfExists ? "IfExists" : "")}({Text(operation.Name)})");

    public Sentence Visit(AddEnumValue operation) => Sentence.OfSchema(
        $"AddEnumValue({Text(operation.Type)}, {CSharpLiteral.Text(operation.Value)}){Called("Before", operation.Before)}{Called("After", operation.After)}{(operation.IfNotExists ? ".IfNotExists()" : "")}");

    public Sentence Visit(RenameEnumValue operation) => Sentence.OfSchema($"RenameEnumValue({Text(operation.Type)}, {CSharpLiteral.Text(operation.From)}, {CSharpLiteral.Text(operation.To)})");

    public Sentence Visit(CreateTrigger operation) => Sentence.OfSchema($"CreateTrigger({Text(operation.Table)}, {CSharpLiteral.Text(operation.Name)}, {Text(operation.Definition)})");

    public Sentence Visit(DropTrigger operation) => Sentence.OfSchema($"DropTrigger{(operation.IfExists ? "IfExists" : "")}({Text(operation.Table)}, {CSharpLiteral.Text(operation.Name)})");

    public Sentence Visit(CreateRoutine operation) => Sentence.OfSchema($"Create{operation.Kind}({Text(operation.Name)}, {Text(operation.Definition)}){Called("Arguments", Stated(operation.Arguments))}");

    public Sentence Visit(DropRoutine operation) => Sentence.OfSchema(operation.Kind is RoutineKind.Aggregate
        ? $"DropAggregate({Text(operation.Name)}, {CSharpLiteral.Text(operation.Arguments ?? "")})"
        : $"Drop{operation.Kind}({Text(operation.Name)}){Called("Arguments", Stated(operation.Arguments))}");

    public Sentence Visit(CreateSchema operation) => Sentence.OfSchema($"CreateSchema{(operation.IfNotExists ? "IfNotExists" : "")}({CSharpLiteral.Text(operation.Name)})");

    public Sentence Visit(DropSchema operation) => Sentence.OfSchema($"DropSchema{(operation.IfExists ? "IfExists" : "")}({CSharpLiteral.Text(operation.Name)})");

    public Sentence Visit(CreateExtension operation) => Sentence.OfSchema(
        $"{(operation.IfNotExists ? "EnsureExtensionExists" : "CreateExtension")}({CSharpLiteral.Text(operation.Extension.Name)}{(operation.Extension.Schema is { } name ? $", {CSharpLiteral.Text(name)}" : "")})");

    public Sentence Visit(DropExtension operation) => Sentence.OfSchema($"DropExtension{(operation.IfExists ? "IfExists" : "")}({CSharpLiteral.Text(operation.Name)})");

    public Sentence Visit(InsertRows operation) => throw NotDerived(operation);

    public Sentence Visit(UpdateRows operation) => throw NotDerived(operation);

    public Sentence Visit(DeleteRows operation) => throw NotDerived(operation);

    public Sentence Visit(Backfill operation) => throw NotDerived(operation);

    public Sentence Visit(RunSql operation) => Sentence.OfSchema($"Sql({Text(operation.Sql)}{(operation.Undo is null ? "" : $", {Text(operation.Undo)}")})");

    public Sentence Visit(RunCode operation) => throw NotDerived(operation);

    public Sentence Visit(SetForeignKeyChecks operation) => Sentence.OfSchema($"{(operation.Enabled ? "Enable" : "Disable")}ForeignKeyConstraints()");

    // No difference between two schemas leads to it: it is about rows.
    private static InvalidOperationException NotDerived(Operation operation) => new($"\"{operation.Summary}\" is written by people, not derived.");

    private static string Text(ObjectName name) => CSharpLiteral.Text(name.ToString());

    private static string Called(string word, string? text) => text is null ? "" : $".{word}({CSharpLiteral.Text(text)})";

    private static string? Stated(string? arguments) => string.IsNullOrEmpty(arguments) ? null : arguments;

    private static string Position(ColumnPosition? position) => position switch
    {
        ColumnPosition.First => ".First()",
        ColumnPosition.After after => $".After({CSharpLiteral.Text(after.Column)})",
        _ => "",
    };

    private static string Settings(Sequence sequence) =>
        $"{Called("Type", sequence.Type)}{Number("Start", sequence.Start)}{Number("Increment", sequence.Increment)}{Number("Minimum", sequence.Minimum)}{Number("Maximum", sequence.Maximum)}"
        + $"{Number("Cache", sequence.Cache)}{(sequence.Cycles ? ".Cycle()" : "")}{(sequence.OwnedBy is { } owner ? $".OwnedBy({Text(owner.Table)}, {CSharpLiteral.Text(owner.Column)})" : "")}";

    private static string Number(string word, long? number) => number is null ? "" : $".{word}({number})";

    private string Text(DialectText text) => CSharpLiteral.Text(text.For(product) ?? "");
}
