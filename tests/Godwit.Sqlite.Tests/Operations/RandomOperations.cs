using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Sqlite.Tests.Operations;

/// <summary>Makes up operations that fit a schema: the same ones for the same seed.</summary>
internal sealed class RandomOperations(int seed)
{
    private readonly RandomDependents dependents = new();
    private static readonly string[] Words = ["order", "select", "na\"me", "größe", "🦆", "two words", "[b]", "it's", "`tick`", "a.b", "x", "rowid", "Case", "values"];

    private static readonly ColumnType[] Types =
    [
        new ColumnType.Integer(), new ColumnType.String(), new ColumnType.Text(), new ColumnType.Decimal(), new ColumnType.Boolean(), new ColumnType.DateTime(), new ColumnType.Binary(),
        new ColumnType.Enum(["a", "it's", "c"]), new ColumnType.Json(), new ColumnType.Native("VARCHAR ( 20 )"), new ColumnType.Native(""),
    ];

    private static readonly DefaultValue?[] Defaults =
    [
        null, new DefaultValue.Literal(null), new DefaultValue.Literal("it's"), new DefaultValue.Literal(-1.5m), new DefaultValue.CurrentTimestamp(),
        new DefaultValue.Expression("lower('X')"), new DefaultValue.Literal(true), new DefaultValue.Expression("((1 + 2))"),
    ];

    private static readonly string?[] Collations = [null, "NOCASE", "RTRIM", "BINARY"];

    private readonly Random random = new(seed);
    private int names;

    /// <summary>An operation that can be carried out on a schema; null when the one that came to mind cannot.</summary>
    internal Operation? Next(DatabaseSchema schema)
    {
        var operation = Any(schema);
        if (operation is not null) dependents.Follow(operation);
        return operation;
    }

    /// <summary>Tells of a view or a trigger that already exists.</summary>
    internal void Heed(string name, ObjectName table, params IEnumerable<string> columns) => dependents.Add(name, table, columns);

    private Operation? Any(DatabaseSchema schema)
    {
        if (schema.Tables.Count < 2) return NewTable(schema);
        var table = Pick(schema.Tables);
        return random.Next(18) switch
        {
            0 => NewTable(schema),
            1 => IsReferenced(schema, table) || schema.Tables.Count < 3 || dependents.Hold(table) ? null : new DropTable(table.Name),
            2 => new RenameTable(table.Name, new ObjectName(null, Name())),
            3 or 4 => new AddColumn(table.Name, random.Next(4) == 0 ? Generated(table) : Column()) { Position = Position(table) },
            5 => DropColumn(schema, table),
            6 => new RenameColumn(table.Name, Pick(table.Columns).Name, Name()),
            7 or 8 => Alter(table, Pick(table.Columns)),
            9 => AddConstraint(schema, table),
            10 => Constraints(table) is { Length: > 0 } constraints && !IsReferenced(schema, table) ? DropConstraint.Of(table.Name, Pick(constraints)) with { Old = null } : null,
            11 => new CreateIndex(table.Name, Index(table)),
            12 => View(table),
            13 => Dropped(schema.Views.Select(view => view.Name.Name)) is { } view ? new DropView(new ObjectName(null, view)) : null,
            14 => Trigger(table),
            15 => Dropped(table.Triggers.Select(trigger => trigger.Name)) is { } trigger ? new DropTrigger(table.Name, trigger) : null,
            _ => table.Indexes.Count == 0 ? null : random.Next(2) == 0 ? new DropIndex(table.Name, Pick(table.Indexes).Name) : new RenameIndex(table.Name, Pick(table.Indexes).Name, Name()),
        };
    }

    /// <summary>A change of some attributes of an ordinary column.</summary>
    internal AlterColumn? Alter(Table table, Column column)
    {
        if (column.Generated is not null || column.Identity is not null || table.PrimaryKey?.Columns.Contains(column.Name) is true) return null;
        return new AlterColumn(table.Name, new ColumnChange(column.Name)
        {
            Type = random.Next(2) == 0 ? Pick(Types) : null,
            IsNullable = random.Next(3) == 0 ? random.Next(2) == 0 : null,
            Default = random.Next(2) == 0 ? new Mention<DefaultValue?>(Pick(Defaults)) : null,
            Collation = random.Next(3) == 0 ? new Mention<string?>(Pick(Collations)) : null,
        });
    }

    private CreateTable NewTable(DatabaseSchema schema)
    {
        var id = Name();
        var isNumbered = random.Next(2) == 0;
        var table = new Table(new ObjectName(null, Name()))
        {
            Columns = [new Column(id, new ColumnType.Integer(IntegerSize.Big)) { Identity = isNumbered ? new Identity() : null }, .. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Column())],
            PrimaryKey = new PrimaryKey(isNumbered || random.Next(2) == 0 ? null : Name(), [id]),
            Options = new TableOptions { IsWithoutRowId = !isNumbered && random.Next(2) == 0 },
        };
        table = table with { Indexes = [Index(table)] };
        return new CreateTable(schema.Tables.Count > 0 && Reference(schema, table) is { } reference ? table with { ForeignKeys = [reference] } : table);
    }

    private Column Column() => new(Name(), Pick(Types))
    {
        IsNullable = random.Next(3) > 0,
        Default = Pick(Defaults),
        Collation = Pick(Collations),
    };

    private Column Generated(Table table)
    {
        var source = Pick(table.Columns.Where(column => column.Generated is null).ToArray()).Name;
        return new Column(Name(), new ColumnType.Text())
        {
            IsNullable = true,
            Generated = new GeneratedExpression($"coalesce({SqliteDialect.Instance.Quote(source)}, 'it''s, )')", (GeneratedStorage)random.Next(2)),
        };
    }

    private CreateView View(Table table)
    {
        var (name, columns) = (Name(), Some(table));
        dependents.Add(name, table.Name, columns);
        return new CreateView(new ObjectName(null, name), $"SELECT {string.Join(", ", columns.Select(SqliteDialect.Instance.Quote))} FROM {SqliteDialect.Instance.Quote(table.Name)} -- all");
    }

    // Each column stands where its meaning is plain, so that the trigger can be followed through a rebuild behind a renaming.
    private CreateTrigger Trigger(Table table)
    {
        var (name, columns) = (Name(), Some(table));
        var (quoted, on) = (SqliteDialect.Instance.Quote(columns[0]), SqliteDialect.Instance.Quote(table.Name));
        dependents.Add(name, table.Name, columns);
        return new CreateTrigger(table.Name, name,
            $"CREATE TRIGGER {SqliteDialect.Instance.Quote(name)} AFTER UPDATE ON {on} WHEN NEW.{quoted} IS NOT OLD.{quoted} BEGIN SELECT {string.Join(", ", columns.Select(column => "OLD." + SqliteDialect.Instance.Quote(column)))}; END");
    }

    private string[] Some(Table table) => [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Pick(table.Columns).Name).Distinct()];

    private string? Dropped(IEnumerable<string> names) => names.Intersect(dependents.Known).ToArray() is { Length: > 0 } known ? Pick(known) : null;

    private ColumnPosition? Position(Table table) => random.Next(3) switch
    {
        0 => new ColumnPosition.First(),
        1 => new ColumnPosition.After(Pick(table.Columns).Name),
        _ => null,
    };

    private DropColumn? DropColumn(DatabaseSchema schema, Table table)
    {
        var column = Pick(table.Columns);
        if (dependents.SpeakOf(table.Name, column.Name)) return null;
        if (table.Columns.Any(other => other.Generated?.Sql is { } sql && (sql.Contains(column.Name, StringComparison.OrdinalIgnoreCase) || sql.Contains(SqliteDialect.Instance.Quote(column.Name), StringComparison.Ordinal)))) return null;
        return table.Columns.Count < 3 || IsReferenced(schema, table) && table.PrimaryKey?.Columns.Contains(column.Name) is true || table.Options.IsWithoutRowId && table.PrimaryKey?.Columns.Contains(column.Name) is true
            ? null
            : new DropColumn(table.Name, column.Name);
    }

    private AddConstraint? AddConstraint(DatabaseSchema schema, Table table)
    {
        var name = random.Next(3) == 0 ? null : Name();
        var column = Pick(table.Columns).Name;
        Constraint? constraint = random.Next(3) switch
        {
            0 => table.Uniques.Any(unique => unique.Columns.Equals([column])) ? null : new UniqueConstraint(name, [column]),
            1 => new CheckConstraint(name ?? Name(), $"{SqliteDialect.Instance.Quote(column)} IS NOT 'it''s, )'"),
            _ => Reference(schema, table),
        };
        return constraint is null || table.Constraints.Contains(constraint) ? null : new AddConstraint(table.Name, constraint);
    }

    private ForeignKey? Reference(DatabaseSchema schema, Table table)
    {
        var other = Pick(schema.Tables);
        ValueList<string> columns = [Pick(table.Columns).Name];
        if (other.PrimaryKey is not { Columns.Count: 1 } key || table.ForeignKeys.Any(reference => reference.Columns.Equals(columns))) return null;
        return new ForeignKey(random.Next(2) == 0 ? null : Name(), columns, other.Name, key.Columns)
        {
            OnDelete = (ReferentialAction)random.Next(5),
            OnUpdate = (ReferentialAction)random.Next(5),
            Deferral = (Deferral)random.Next(3),
        };
    }

    private TableIndex Index(Table table)
    {
        var column = SqliteDialect.Instance.Quote(Pick(table.Columns).Name);
        return new TableIndex(Name(),
        [
            new IndexPart(Pick(table.Columns).Name) { Descending = random.Next(2) == 0, Collation = Pick(Collations) },
            .. random.Next(2) == 0 ? [new IndexPart($"abs({column})", IndexPartKind.Expression)] : Array.Empty<IndexPart>(),
        ])
        {
            IsUnique = random.Next(3) == 0,
            Predicate = random.Next(3) == 0 ? $"{column} IS NOT NULL" : null,
        };
    }

    // An operation names a check by its name only.
    private static Constraint[] Constraints(Table table) => [.. table.Constraints.Where(constraint => constraint is not (PrimaryKey or CheckConstraint { Name: null }))];

    private static bool IsReferenced(DatabaseSchema schema, Table table) => schema.Tables.Any(other => other.ForeignKeys.Any(key => key.ReferencedTable == table.Name));

    private string Name() => $"{Words[random.Next(Words.Length)]} {++names}".Replace(" ", random.Next(2) == 0 ? "_" : " ", StringComparison.Ordinal);

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
