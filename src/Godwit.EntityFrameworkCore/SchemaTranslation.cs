using Godwit.EntityFrameworkCore.Providers;
using Godwit.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Godwit.EntityFrameworkCore;

/// <summary>Makes a schema of what EF Core would do on an empty database. Pure.</summary>
/// <param name="provider">What the model's provider says in its own way.</param>
/// <param name="literals">Says the values of defaults.</param>
/// <param name="product">The database by name.</param>
internal sealed class SchemaTranslation(Provider provider, LiteralText literals, string product)
{
    private readonly List<string> unread = [];
    private DatabaseSchema schema = new(product);

    /// <summary>The schema; what there are no words for is in <see cref="DatabaseSchema.Unread"/>.</summary>
    internal DatabaseSchema Translate(IEnumerable<MigrationOperation> operations)
    {
        foreach (var operation in operations) Apply(operation);
        return schema with { Unread = unread.Distinct().ToValueList() };
    }

    private void Apply(MigrationOperation operation)
    {
        switch (operation)
        {
            case EnsureSchemaOperation { Name: var name }:
                if (provider.Named(name, "").Schema is { } made) schema = schema with { Schemas = schema.Schemas.Add(made) };
                break;
            case AlterDatabaseOperation database:
                schema = Read(database, "database", said => provider.Database(schema, database, said));
                break;
            case CreateSequenceOperation sequence:
                schema = schema with { Sequences = schema.Sequences.Add(Read(sequence, $"sequence {sequence.Name}", _ => SequenceTranslation.Of(sequence, provider))) };
                break;
            case CreateTableOperation table:
                Create(table);
                break;
            case CreateIndexOperation index:
                Edit(index.Schema, index.Table, table => table with { Indexes = table.Indexes.Add(Index(index, table)) });
                break;
            case AddForeignKeyOperation key:
                Edit(key.Schema, key.Table, table => table with { ForeignKeys = table.ForeignKeys.Add(ConstraintTranslation.ForeignKey(key, provider)) });
                break;
            case InsertDataOperation rows:
                unread.Add($"rows of {rows.Table} (HasData)");
                break;
            default:
                unread.Add(operation.GetType().Name);
                break;
        }
    }

    private void Edit(string? schemaName, string table, Func<Table, Table> change) => schema = schema.Edit(provider.Named(schemaName, table), change);

    private void Create(CreateTableOperation operation)
    {
        var name = provider.Named(operation.Schema, operation.Name);
        var columns = operation.Columns.Where(column => !provider.IsSystemColumn(column.Name)).Select(column => Column(column, operation)).ToValueList();
        var table = new Table(name)
        {
            Columns = columns,
            PrimaryKey = operation.PrimaryKey is { } key ? Read(key, $"primary key of {name}", _ => ConstraintTranslation.PrimaryKey(key, provider)) : null,
            Uniques = operation.UniqueConstraints.Select(unique => Read(unique, $"unique constraint {unique.Name}", said => ConstraintTranslation.Unique(unique, said))).ToValueList(),
            ForeignKeys = operation.ForeignKeys.Select(foreign => Read(foreign, $"foreign key {foreign.Name}", _ => ConstraintTranslation.ForeignKey(foreign, provider))).ToValueList(),
            Checks = operation.CheckConstraints.Select(check => new CheckConstraint(check.Name, check.Sql)).ToValueList(),
            Comment = operation.Comment,
        };
        schema = schema with
        {
            Tables = schema.Tables.Add(Read(operation, $"table {name}", said => provider.Table(table, said))),
            Sequences = schema.Sequences.Concat(provider.OwnedSequences(name, operation)).ToValueList(),
        };
    }

    private Column Column(AddColumnOperation operation, CreateTableOperation table)
    {
        var column = new Column(operation.Name, new ColumnType.Native(operation.ColumnType!))
        {
            IsNullable = operation.IsNullable,
            Default = Default(operation),
            Generated = operation.ComputedColumnSql is { } sql ? new GeneratedExpression(sql, operation.IsStored is true ? GeneratedStorage.Stored : GeneratedStorage.Virtual) : null,
            Collation = operation.Collation,
            Comment = operation.Comment,
        };
        return Read(operation, $"column {table.Name}.{operation.Name}", said => provider.Column(column, operation, table, said));
    }

    private DefaultValue? Default(ColumnOperation operation)
    {
        // HasDefaultValueSql() without a text says that there is one, and not which.
        if (operation.DefaultValueSql is "") unread.Add($"default of {operation.Table}.{operation.Name}");
        return operation.DefaultValueSql is { Length: > 0 } sql ? new DefaultValue.Expression(sql)
            : operation.DefaultValue is { } value ? literals.Default(value, operation.ColumnType)
            : null;
    }

    private TableIndex Index(CreateIndexOperation operation, Table table)
    {
        // An empty list is: all of them from large to small.
        var parts = operation.Columns.Select((name, place) => new IndexPart(name)
        {
            Descending = operation.IsDescending is { } descending && (descending.Length == 0 || descending[place]),
        });
        var index = new TableIndex(operation.Name, parts.ToValueList()) { IsUnique = operation.IsUnique, Predicate = operation.Filter };
        return Read(operation, $"index {operation.Name}", said => provider.Index(index, table, said));
    }

    // What is left when the provider's words were taken out was not understood.
    private T Read<T>(MigrationOperation operation, string what, Func<Annotations, T> read)
    {
        var said = new Annotations(operation.GetAnnotations());
        var result = read(said);
        unread.AddRange(said.Left.Select(name => $"{name.TrimEnd(':')} of the {what}"));
        return result;
    }
}
