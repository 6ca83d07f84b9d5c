using System.Data.Common;
using System.Globalization;
using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>A table or a view while it is read.</summary>
internal sealed class CatalogRelation
{
    private readonly string kind;
    private readonly string? comment;
    private readonly string? query;
    private readonly TableOptions options;
    private readonly SortedList<int, Column> columns = [];
    private readonly List<UniqueConstraint> uniques = [];
    private readonly List<ForeignKey> foreignKeys = [];
    private readonly List<CheckConstraint> checks = [];
    private readonly List<ExclusionConstraint> exclusions = [];
    private PrimaryKey? primaryKey;

    internal CatalogRelation(DbDataReader row)
    {
        Name = row.Name(1);
        kind = row.GetString(3);
        comment = row.Text(6);
        query = row.Text(11);
        options = new TableOptions
        {
            IsUnlogged = row.GetBoolean(4),
            Parameters = row.List(5).ToValueList(),
            PartitionBy = row.Text(7),
            PartitionOf = row.IsDBNull(8) ? null : new PartitionOf(row.Name(9), row.GetString(8)),
            Inherits = row.List(13).Select(ObjectName.Parse).ToValueList(),
        };
    }

    internal ObjectName Name { get; }

    internal bool IsTable => kind is "r" or "p";

    internal List<CatalogIndex> Indexes { get; } = [];

    internal List<Trigger> Triggers { get; } = [];

    internal Table Table() => new(Name)
    {
        Columns = columns.Values.ToValueList(),
        PrimaryKey = primaryKey,
        Uniques = uniques.ToValueList(),
        ForeignKeys = foreignKeys.ToValueList(),
        Checks = checks.ToValueList(),
        Exclusions = exclusions.ToValueList(),
        Indexes = Indexes.Select(index => index.Index).ToValueList(),
        Triggers = Triggers.ToValueList(),
        Comment = comment,
        Options = options,
    };

    // Options have no place of their own in the model.
    private string? Definition => options.Parameters.Count == 0 ? null
        : $"CREATE {(kind is "m" ? "MATERIALIZED " : "")}VIEW {PostgreSqlNames.Quote(Name)} WITH ({string.Join(", ", options.Parameters)}) AS\n{PostgreSqlNormalizer.Statement(query ?? "")}";

    internal View View() => new(Name, query ?? "")
    {
        Definition = Definition,
        IsMaterialized = kind is "m",
        Indexes = Indexes.Select(index => index.Index).ToValueList(),
        Triggers = Triggers.ToValueList(),
        Comment = comment,
    };

    internal void AddColumn(DbDataReader row)
    {
        var column = row.GetString(2);
        var expression = row.Text(7);
        var generated = row.GetString(9);
        ColumnType type = row.Text(4) is { } values ? new ColumnType.NativeEnum(new ObjectName(row.Text(5), values)) : new ColumnType.Native(row.GetString(3));
        columns.Add(row.GetInt32(1), new Column(column, type)
        {
            IsNullable = row.GetBoolean(6),
            Default = expression is null || generated.Length > 0 ? null : new DefaultValue.Expression(expression),
            Generated = generated switch
            {
                "s" => new GeneratedExpression(expression!, GeneratedStorage.Stored),
                "v" => new GeneratedExpression(expression!, GeneratedStorage.Virtual),
                _ => null,
            },
            Identity = row.GetString(8) switch
            {
                "a" => Numbered(row, IdentityKind.Always),
                "d" => Numbered(row, IdentityKind.ByDefault),
                _ => null,
            },
            Collation = row.Text(10),
            Comment = row.Text(11),
            IsInherited = row.GetBoolean(15),
        });
    }

    internal void AddConstraint(DbDataReader row, CatalogIndex? index)
    {
        var (constraint, definition) = (row.GetString(2), row.Text(16));
        switch (row.GetString(3))
        {
            case "p":
                primaryKey = new PrimaryKey(constraint, Columns(row)) { Deferral = Deferral(row), Definition = definition };
                break;
            case "u":
                uniques.Add(new UniqueConstraint(constraint, Columns(row))
                {
                    Deferral = Deferral(row),
                    Include = index?.Index.Include ?? [],
                    NullsNotDistinct = index?.Index.NullsNotDistinct ?? false,
                    Definition = definition,
                });
                break;
            case "f":
                foreignKeys.Add(new ForeignKey(constraint, Columns(row), row.Name(10), row.List(12).ToValueList())
                {
                    OnUpdate = Action(row.GetString(8)),
                    OnDelete = Action(row.GetString(9)),
                    Deferral = Deferral(row),
                    NotValid = !row.GetBoolean(7),
                    Definition = definition,
                });
                break;
            case "c":
                checks.Add(new CheckConstraint(constraint, row.GetString(13)) { NotValid = !row.GetBoolean(7), Definition = definition });
                break;
            default:
                exclusions.Add(Exclusion(constraint, row, index!));
                break;
        }
    }

    private static ExclusionConstraint Exclusion(string constraint, DbDataReader row, CatalogIndex index) =>
        new(constraint, index.Parts.Zip(row.GetString(14).Split(' '), Element).ToValueList())
        {
            Method = index.Index.Method,
            Predicate = index.Index.Predicate,
            Deferral = Deferral(row),
        };

    private static ExclusionElement Element(IndexPart part, string comparison) =>
        new(part.Kind is IndexPartKind.Column ? part.Expression : $"({OuterParentheses.Stripped(part.Expression)})", comparison);

    private static Identity Numbered(DbDataReader row, IdentityKind kind) =>
        new(kind) { Start = row.IsDBNull(12) ? null : row.GetInt64(12), Increment = row.IsDBNull(13) ? null : row.GetInt64(13) };

    private static Deferral Deferral(DbDataReader row) =>
        !row.GetBoolean(5) ? Godwit.Schema.Deferral.NotDeferrable
        : row.GetBoolean(6) ? Godwit.Schema.Deferral.InitiallyDeferred
        : Godwit.Schema.Deferral.InitiallyImmediate;

    private static ReferentialAction Action(string letter) => letter switch
    {
        "r" => ReferentialAction.Restrict,
        "c" => ReferentialAction.Cascade,
        "n" => ReferentialAction.SetNull,
        "d" => ReferentialAction.SetDefault,
        _ => ReferentialAction.NoAction,
    };

    private ValueList<string> Columns(DbDataReader row) =>
        row.GetString(4).Split(' ').Select(number => columns[int.Parse(number, CultureInfo.InvariantCulture)].Name).ToValueList();
}
