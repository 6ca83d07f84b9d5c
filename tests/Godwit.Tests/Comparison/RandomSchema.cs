using System.Globalization;
using Godwit.Schema;

namespace Godwit.Tests.Comparison;

/// <summary>
/// Makes schemas out of few names, so that two of them have much in common: tables that refer to one another in circles, keys with
/// and without a name, generated columns, views on views, sequences behind defaults, triggers that call functions.
/// </summary>
internal sealed class RandomSchema(int seed)
{
    private static readonly ColumnType[] Types =
    [
        new ColumnType.Native("integer"), new ColumnType.Native("bigint"), new ColumnType.Native("text"),
        new ColumnType.Native("character varying(200)"), new ColumnType.Native("timestamp(0) without time zone"),
    ];

    private readonly Random random = new(seed);
    private readonly List<EnumType> enums = [];
    private readonly List<Sequence> sequences = [];
    private readonly List<Routine> routines = [];

    internal static DatabaseSchema Of(int seed, int tables = 12) => new RandomSchema(seed).Make(tables);

    private DatabaseSchema Make(int count)
    {
        enums.AddRange(Some("e", 3).Select(name => new EnumType(name, ["a", "b", "c"])));
        sequences.AddRange(Some("s", 3).Select(name => new Sequence(name) { Start = 1, Increment = random.Next(1, 3), Cache = 1 }));
        routines.AddRange(Some("f", 3).Select(name => new Routine(name, RoutineKind.Function, Function(name)) { Arguments = "" }));
        var tables = Some("t", count).Select(Table).ToArray();
        var keyed = tables.Select(table => WithForeignKeys(table, tables)).Select(WithTriggers).OrderBy(_ => random.Next());
        return new DatabaseSchema("postgresql")
        {
            Tables = keyed.ToValueList(),
            Views = Views(tables).ToValueList(),
            Enums = enums.ToValueList(),
            Sequences = sequences.ToValueList(),
            Routines = routines.ToValueList(),
            Extensions = Some("x", 2).Select(name => new Extension(name)).ToValueList(),
            Schemas = Some("n", 2).ToValueList(),
        };
    }

    private string Function(string name) =>
        $"CREATE OR REPLACE FUNCTION {name}()\n RETURNS {(Chance(4) ? "trigger" : "record")}\n LANGUAGE plpgsql\nAS $$ {(Chance(2) ? "BEGIN END" : "BEGIN NULL; END")} $$";

    private Table Table(string name)
    {
        var columns = Some("c", 6).Append("c0").Select(Column).OrderBy(_ => random.Next()).ToList();
        if (Chance(3)) columns.Insert(random.Next(columns.Count + 1), Generated(columns));
        var ordinary = columns.Where(column => column.Generated is null).Select(column => column.Name).ToArray();
        var key = Chance(5) ? [] : Few(ordinary);
        return new Table(name)
        {
            Columns = columns.Select(column => key.Contains(column.Name) ? column with { IsNullable = false } : column).ToValueList(),
            PrimaryKey = key.Length == 0 ? null : new PrimaryKey($"{name}_pkey", key.ToValueList()),
            Uniques = Several(() => Unique(name, Few(ordinary))).DistinctBy(unique => unique.Name).ToValueList(),
            Checks = Several(() => Check(name, columns)).DistinctBy(check => check.Predicate).DistinctBy(check => check.Name ?? check.Predicate).ToValueList(),
            Exclusions = Chance(6) ? [new ExclusionConstraint($"{name}_exclusion", [new ExclusionElement(Pick(ordinary), "=")])] : [],
            Indexes = Several(() => Index(name, columns)).DistinctBy(index => index.Name).DistinctBy(index => index with { Name = "" }).ToValueList(),
            Comment = Chance(3) ? $"comment {random.Next(2)}" : null,
            Options = new TableOptions { IsUnlogged = Chance(5), Parameters = [$"fillfactor = {random.Next(7, 9)}0"] },
        };
    }

    private Column Column(string name)
    {
        var column = new Column(name, enums.Count > 0 && Chance(6) ? new ColumnType.NativeEnum(Pick(enums).Name) : Pick(Types)) { IsNullable = Chance(2) };
        return random.Next(6) switch
        {
            0 => column with { Default = new DefaultValue.Expression(random.Next(3).ToString(CultureInfo.InvariantCulture)) },
            1 when sequences.Count > 0 => column with { Default = new DefaultValue.Expression($"nextval('{Pick(sequences).Name}'::regclass)") },
            2 when routines.Count > 0 => column with { Default = new DefaultValue.Expression("now()"), Comment = "when" },
            3 => column with { Collation = "C" },
            4 => column with { Identity = new Identity(Chance(2) ? IdentityKind.Always : IdentityKind.ByDefault), IsNullable = false },
            _ => column,
        };
    }

    private Column Generated(List<Column> columns) =>
        new($"g{random.Next(2)}", new ColumnType.Native("text")) { IsNullable = true, Generated = new GeneratedExpression($"({Pick(columns).Name})::text", GeneratedStorage.Stored) };

    private static UniqueConstraint Unique(string table, string[] columns) => new($"{table}_{string.Join('_', columns)}_unique", columns.ToValueList());

    private CheckConstraint Check(string table, List<Column> columns)
    {
        var column = Pick(columns).Name;
        return new CheckConstraint(column is "c1" or "c2" ? null : $"{table}_{column}_check{random.Next(2)}", $"({column} <> {random.Next(2)})");
    }

    private TableIndex Index(string table, List<Column> columns)
    {
        var column = Pick(columns).Name;
        return random.Next(4) switch
        {
            0 => new TableIndex($"{table}_{column}_lower", [new IndexPart($"lower({column})", IndexPartKind.Expression)]),
            1 => new TableIndex($"{table}_{column}_partial", [new IndexPart(column)]) { Predicate = $"({column} IS NOT NULL)", IsUnique = Chance(2) },
            2 => new TableIndex($"{table}_{column}_other{random.Next(3)}", [new IndexPart(column) { Descending = true }]),
            _ => new TableIndex($"{table}_{column}_index", [new IndexPart(column)]) { Include = Chance(3) ? ["c0"] : [] },
        };
    }

    private Table WithForeignKeys(Table table, Table[] all)
    {
        var keys = new List<ForeignKey>();
        var ordinary = table.Columns.Where(column => column.Generated is null).Select(column => column.Name).ToArray();
        foreach (var other in all.Where(_ => Chance(4)))
        {
            var candidates = other.Uniques.Select(unique => unique.Columns).Concat(other.PrimaryKey is { } primary ? [primary.Columns] : []).ToArray();
            if (candidates.Length == 0) continue;
            var referenced = Pick(candidates);
            if (referenced.Count > ordinary.Length) continue;
            var columns = ordinary.OrderBy(_ => random.Next()).Take(referenced.Count).ToValueList();
            keys.Add(new ForeignKey($"{table.Name}_{other.Name}_foreign", columns, other.Name, referenced) { OnDelete = Chance(2) ? ReferentialAction.Cascade : ReferentialAction.NoAction });
        }

        return table with { ForeignKeys = keys.ToValueList() };
    }

    private Table WithTriggers(Table table) => routines.Count == 0 || !Chance(3) ? table : table with
    {
        Triggers = [new Trigger($"{table.Name}_trigger", $"CREATE TRIGGER {table.Name}_trigger BEFORE INSERT ON {table.Name} FOR EACH ROW EXECUTE FUNCTION {Pick(routines).Name}()")],
    };

    private List<View> Views(Table[] tables)
    {
        var views = new List<View>();
        foreach (var name in Some("v", 6))
        {
            var query = views.Count > 0 && Chance(2) ? $"SELECT * FROM {Pick(views).Name}" : tables.Length == 0 ? "SELECT 1" : Query(Pick(tables));
            var view = new View(name, query) { IsMaterialized = Chance(4), Comment = Chance(5) ? "a view" : null };
            views.Add(view.IsMaterialized && Chance(2) ? view with { Indexes = [new TableIndex($"{name}_index", [new IndexPart("c0")])] } : view);
        }

        return [.. views.OrderBy(_ => random.Next())];
    }

    private string Query(Table table) => $"SELECT {string.Join(", ", Few(table.Columns.Select(column => column.Name).ToArray()).Select(column => $"{table.Name}.{column}"))} FROM {table.Name}";

    private IEnumerable<string> Some(string prefix, int count) => Enumerable.Range(1, count).Where(_ => !Chance(3)).Select(i => $"{prefix}{i}");

    private T[] Several<T>(Func<T> make) => [.. Enumerable.Range(0, random.Next(3)).Select(_ => make())];

    private string[] Few(string[] names) => [.. names.OrderBy(_ => random.Next()).Take(random.Next(1, 3))];

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private bool Chance(int sides) => random.Next(sides) == 0;
}
