using System.Collections.Immutable;
using Godwit.Operations;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.Facts;

/// <summary>The facts of operations.</summary>
/// <param name="product">The database by name.</param>
/// <param name="splitter">The rules of the database, for operations that hold SQL.</param>
/// <param name="names">Writes names as SQL.</param>
internal sealed class OperationFacts(string product, ScriptSplitter splitter, NameWriting names) : IOperationVisitor<IEnumerable<Fact>>
{
    /// <summary>The facts of an operation.</summary>
    internal ImmutableArray<Fact> Of(Operation operation) =>
        [.. operation.Accept(this).Select(fact => fact with { Location = operation.Location ?? fact.Location })];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(CreateTable operation)
    {
        var table = operation.Table;
        yield return new TableCreated(Name(table.Name), [.. table.Columns.Select(Shape)])
        {
            Constraints = [.. table.Constraints.Select(Shape)],
            IsTemporary = table.Options.IsTemporary,
        };
        foreach (var index in table.Indexes) yield return Made(table.Name, index, concurrently: false);
    }

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(DropTable operation) =>
        operation.IsTemporary ? [] : [new TablesDropped([Name(operation.Table)], operation.IfExists)];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(RenameTable operation) => [new TableRenamed(Name(operation.From), Name(operation.To))];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(SetTableComment operation) => [];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(SetTableOptions operation)
    {
        var options = operation.Options;
        var table = Name(operation.Table);
        if (options.Engine is { } engine) yield return new StorageChanged(table, $"ENGINE = {engine}");
        if (options.Charset is { } charset) yield return new StorageChanged(table, $"CONVERT TO CHARACTER SET {charset}");
        if (operation.Unlogged is { } unlogged) yield return new StorageChanged(table, unlogged ? "SET UNLOGGED" : "SET LOGGED");
    }

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(AddColumn operation)
    {
        var position = operation.Position switch
        {
            ColumnPosition.First => "FIRST",
            ColumnPosition.After after => $"AFTER {names.Write(after.Column)}",
            _ => null,
        };
        yield return new ColumnAdded(Name(operation.Table), Shape(operation.Column) with { Position = position });
        if (Hinted(operation.Table, operation.Online) is { } hinted) yield return hinted;
    }

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(DropColumn operation) => [new ColumnDropped(Name(operation.Table), Name(operation.Column))];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(AlterColumn operation)
    {
        var (table, change) = (Name(operation.Table), operation.Change);
        var column = Name(change.Column);
        if (change.Type is { } type)
        {
            yield return new ColumnRetyped(table, column, TypeWords.Of(type, names))
            {
                OldType = operation.Old is { } old ? TypeWords.Of(old.Type, names) : null,
                Using = operation.Using,
                Collation = change.Collation?.Value,
            };
        }

        if (change.IsNullable is { } nullable && operation.Old?.IsNullable != nullable) yield return nullable ? new NullAllowed(table, column) : new NullForbidden(table, column);
        if (change.Default is { } mentioned) yield return new DefaultChanged(table, column, mentioned.Value is { } value ? TypeWords.Of(value) : null);
        if (change.Identity is { Value: not null }) yield return new ColumnNumbered(table, column);
        if (Hinted(operation.Table, operation.Online) is { } hinted) yield return hinted;
    }

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(RenameColumn operation) =>
        [new ColumnRenamed(Name(operation.Table), Name(operation.From), Name(operation.To))];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(AddConstraint operation)
    {
        yield return new ConstraintAdded(Name(operation.Table), Shape(operation.Constraint) with { IsConcurrent = operation.Concurrently });
        if (Hinted(operation.Table, operation.Online) is { } hinted) yield return hinted;
    }

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(DropConstraint operation) =>
        [new ConstraintDropped(Name(operation.Table), operation.Name is { } name ? Name(name) : null, operation.Kind)];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(ValidateConstraint operation) => [new ConstraintValidated(Name(operation.Table), Name(operation.Name))];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(CreateIndex operation)
    {
        yield return Made(operation.Table, operation.Index, operation.Concurrently) with { IfNotExists = operation.IfNotExists };
        if (Hinted(operation.Table, operation.Online) is { } hinted) yield return hinted;
    }

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(DropIndex operation) =>
        [new IndexesDropped([Name(operation.Name)], Name(operation.Table), operation.Concurrently)];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(RenameIndex operation) => [];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(CreateView operation) => [];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(DropView operation) => [];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(RefreshView operation) => [new ViewRefreshed(Name(operation.Name), operation.Concurrently)];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(CreateSequence operation) => [];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(AlterSequence operation) => [];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(DropSequence operation) => [];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(CreateEnum operation) => [new EnumCreated(Name(operation.Type.Name))];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(DropEnum operation) => [];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(AddEnumValue operation) =>
        [new EnumValueAdded(Name(operation.Type), Text(operation.Value), operation.Before is not null || operation.After is not null)];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(RenameEnumValue operation) =>
        [new EnumValueRenamed(Name(operation.Type), Text(operation.From), Text(operation.To))];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(CreateTrigger operation) => [new TableGuarded(Name(operation.Table), "trigger")];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(DropTrigger operation) => [];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(CreateRoutine operation) => [];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(DropRoutine operation) => [];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(CreateSchema operation) => [];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(DropSchema operation) => [new NamespaceDropped("SCHEMA", Name(operation.Name))];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(CreateExtension operation) => [];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(DropExtension operation) => [];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(InsertRows operation) => [];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(UpdateRows operation) =>
        [new RowsChanged(Name(operation.Table), "UPDATE", operation.Predicate is not null)];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(DeleteRows operation) =>
        [new RowsChanged(Name(operation.Table), "DELETE", operation.Predicate is not null)];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(Backfill operation) => [];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(RunSql operation)
    {
        if (operation.Sql.For(product) is not { } sql) return [];
        var source = new SourceText("", sql);
        return splitter.Split(source, 0, sql.Length).SelectMany(statement => StatementFacts.Of(splitter.Lexer, statement));
    }

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(RunCode operation) => [new Opaque("code")];

    IEnumerable<Fact> IOperationVisitor<IEnumerable<Fact>>.Visit(SetForeignKeyChecks operation) => [new SettingChanged("foreign_keys", operation.Enabled ? "ON" : "OFF")];

    private SqlName Name(ObjectName name) => new(names.Write(name));

    private SqlName Name(string name) => new(names.Write(name));

    private static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    private IndexCreated Made(ObjectName table, TableIndex index, bool concurrently) =>
        new(Name(table), Name(index.Name), [.. index.Parts.Select(part => part.Kind is IndexPartKind.Column ? names.Write(part.Expression) : $"({part.Expression})")])
        {
            IsUnique = index.IsUnique,
            Concurrently = concurrently,
            Method = index.Method,
            Kind = index.Kind is IndexKind.FullText ? "FULLTEXT" : index.Kind is IndexKind.Spatial ? "SPATIAL" : null,
        };

    private ColumnShape Shape(Column column) => new(Name(column.Name), TypeWords.Of(column.Type, names))
    {
        IsNotNull = !column.IsNullable,
        Default = column.Default is { } value ? TypeWords.Of(value) : null,
        IsNumbered = column.Identity is not null,
        Generated = column.Generated?.Sql,
        IsStored = column.Generated?.Storage is GeneratedStorage.Stored,
        Collation = column.Collation,
    };

    private ConstraintShape Shape(Constraint constraint)
    {
        var shape = new ConstraintShape(ConstraintKinds.Of(constraint), constraint.Name is { } name ? Name(name) : null,
            [.. ConstraintKinds.Columns(constraint).Select(Name)]);
        var columns = string.Join(", ", shape.Columns.Select(column => column.Written));
        return constraint switch
        {
            PrimaryKey key => shape with { UsingIndex = key.UsingIndex is { } index ? Name(index) : null, Body = $"PRIMARY KEY ({columns})" },
            UniqueConstraint unique => shape with { UsingIndex = unique.UsingIndex is { } index ? Name(index) : null, Body = $"UNIQUE ({columns})" },
            ForeignKey key => shape with { IsNotValid = key.NotValid, ReferencedTable = Name(key.ReferencedTable), Body = Body(key, columns) },
            CheckConstraint check => shape with { IsNotValid = check.NotValid, Body = $"CHECK ({check.Predicate})" },
            _ => shape,
        };
    }

    private string Body(ForeignKey key, string columns) =>
        $"FOREIGN KEY ({columns}) REFERENCES {names.Write(key.ReferencedTable)} ({string.Join(", ", key.ReferencedColumns.Select(column => names.Write(column)))})";

    private AlterHinted? Hinted(ObjectName table, OnlineChange online)
    {
        if (online.Algorithm is null && online.Lock is null) return null;
        return new AlterHinted(Name(table), online.Algorithm?.ToString().ToUpperInvariant(), online.Lock?.ToString().ToUpperInvariant());
    }
}
