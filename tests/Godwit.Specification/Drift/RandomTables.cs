using Godwit.Drift;
using Godwit.Modelling;
using Godwit.Schema;

namespace Godwit.Specification.Drift;

/// <summary>Makes schemas that every database takes, out of few names, so that two of them have much in common.</summary>
internal sealed class RandomTables(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>A schema as models say it.</summary>
    internal static SchemaSource.Models Of(int seed)
    {
        var tables = new RandomTables(seed).Make();
        return new SchemaSource.Models(product => new ModelSchema(new DatabaseSchema(product) { Tables = tables }, []));
    }

    private ValueList<Table> Make()
    {
        var tables = Some("t", 6).Append("t0").Select(Plain).ToArray();
        return tables.Select(table => WithForeignKeys(table, tables)).ToValueList();
    }

    private Table Plain(string name)
    {
        var columns = Some("c", 6).Select(Column).ToList();
        var id = new Column("id", new ColumnType.Integer(IntegerSize.Big)) { Identity = new Identity() };
        var names = columns.Where(column => column.Type is not ColumnType.Text).Select(column => column.Name).ToArray();
        var numbers = columns.Where(column => column.Type is ColumnType.Integer).Select(column => column.Name).ToArray();
        return new Table(name)
        {
            Columns = [id, .. columns],
            PrimaryKey = new PrimaryKey($"{name}_pkey", ["id"]),
            Uniques = names.Length > 0 && Chance(3) ? [new UniqueConstraint($"{name}_unique{random.Next(2)}", [Pick(names)])] : [],
            Checks = numbers.Length > 0 && Chance(2) ? [new CheckConstraint($"{name}_check{random.Next(2)}", $"{Pick(numbers)} <> {random.Next(3)}")] : [],
            Indexes = names.Length > 0 && Chance(2) ? [new TableIndex($"{name}_index{random.Next(2)}", [new IndexPart(Pick(names)) { Descending = Chance(3) }])] : [],
        };
    }

    private Column Column(string name)
    {
        ColumnType type = random.Next(6) switch
        {
            0 => new ColumnType.Integer(),
            1 => new ColumnType.Integer(IntegerSize.Big),
            2 => new ColumnType.String(Chance(2) ? 50 : 100),
            3 => new ColumnType.Text(),
            4 => new ColumnType.Decimal(10, 2),
            _ => new ColumnType.Boolean(),
        };
        object? value = type switch
        {
            ColumnType.Integer => random.Next(3),
            ColumnType.String => Chance(2) ? "" : "it's",
            ColumnType.Decimal => 1.5m,
            ColumnType.Boolean => Chance(2),
            _ => null,
        };
        // What is new and may not be NULL has a default: the tables may have rows.
        var nullable = value is null || Chance(2);
        return new Column(name, type) { IsNullable = nullable, Default = value is null || (nullable && Chance(2)) ? null : new DefaultValue.Literal(value) };
    }

    private Table WithForeignKeys(Table table, Table[] all)
    {
        if (!Chance(2)) return table;
        var other = Pick(all);
        return table with
        {
            Columns = table.Columns.Add(new Column("other_id", new ColumnType.Integer(IntegerSize.Big)) { IsNullable = true }),
            ForeignKeys =
            [
                new ForeignKey($"{table.Name}_other_foreign", ["other_id"], other.Name, ["id"]) { OnDelete = Chance(2) ? ReferentialAction.Cascade : ReferentialAction.NoAction },
            ],
        };
    }

    private IEnumerable<string> Some(string prefix, int count) => Enumerable.Range(1, count).Where(_ => !Chance(3)).Select(i => $"{prefix}{i}");

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private bool Chance(int sides) => random.Next(sides) == 0;
}
