using Godwit.Schema;

namespace Godwit.MySql;

/// <summary>A table as the catalog shows it.</summary>
internal sealed class CanonicalTable(MySqlTraits traits)
{
    // Names that SHOW ENGINES gives to engines; authors write them in any case.
    private static readonly string[] Engines =
        ["InnoDB", "MyISAM", "MEMORY", "Aria", "CSV", "ARCHIVE", "BLACKHOLE", "MRG_MyISAM", "FEDERATED", "NDBCLUSTER", "ROCKSDB", "CONNECT", "SPIDER", "Columnstore", "S3"];

    private readonly MySqlTypes types = new(traits, new MySqlLiterals(SqlModes.Default));

    /// <summary>The form of a table whose constraints have names.</summary>
    internal Table Of(Table table)
    {
        var names = table.Columns.Select(column => column.Name).ToArray();
        var options = Options(table.Options, names);
        var columns = table.Columns.Select(column => Column(column, table, options.Collation, names));
        var indexes = table.Indexes.Where(index => !table.ForeignKeys.Any(key => ForeignKeyIndex.Belongs(index, key)))
            .Select(index => Index(index, columns, options, names)).ToArray();
        return table with
        {
            Columns = columns,
            PrimaryKey = table.PrimaryKey is { } key ? key with { Name = "PRIMARY" } : null,
            Uniques = table.Uniques.Concat(indexes.Where(IsConstraint).Select(Constraint)).OrderBy(unique => unique.Name, StringComparer.Ordinal).ToValueList(),
            ForeignKeys = table.ForeignKeys.Select(ForeignKey).OrderBy(key => key.Name, StringComparer.Ordinal).ToValueList(),
            Checks = table.Checks.Select(check => check with { Predicate = CanonicalExpression.Of(check.Predicate, names) })
                .OrderBy(check => check.Name, StringComparer.Ordinal).ToValueList(),
            Indexes = indexes.Where(index => !IsConstraint(index)).OrderBy(index => index.Name, StringComparer.Ordinal).ToValueList(),
            Triggers = table.Triggers.Select(CanonicalTrigger.Of).OrderBy(trigger => trigger.Name, StringComparer.Ordinal).ToValueList(),
            Comment = Stated(table.Comment),
            Options = options,
            Definition = null,
        };
    }

    // A unique index over whole columns is a unique constraint here: the catalog knows no difference.
    private static bool IsConstraint(TableIndex index) =>
        index is { IsUnique: true, Kind: IndexKind.Ordinary, IsInvalid: false, Comment: null, Method: null, Predicate: null, Include.Count: 0, NullsNotDistinct: false }
        && index.Parts.All(part => part is { Kind: IndexPartKind.Column, Descending: false, Length: null });

    private static UniqueConstraint Constraint(TableIndex index) => new(index.Name, index.Parts.Select(part => part.Expression).ToValueList());

    // RESTRICT and NO ACTION are the same to InnoDB (MySQL manual, "FOREIGN KEY Constraints").
    private static ForeignKey ForeignKey(ForeignKey key) => key with
    {
        OnDelete = key.OnDelete is ReferentialAction.Restrict ? ReferentialAction.NoAction : key.OnDelete,
        OnUpdate = key.OnUpdate is ReferentialAction.Restrict ? ReferentialAction.NoAction : key.OnUpdate,
    };

    private static TableIndex Index(TableIndex index, ValueList<Column> columns, TableOptions options, string[] names) => index with
    {
        Parts = index.Parts.Select(part => part.Kind is IndexPartKind.Expression
            ? part with { Expression = CanonicalExpression.Of(part.Expression, names) }
            : part with { Length = IsWhole(part, columns) || index.Kind is not IndexKind.Ordinary ? null : part.Length }),
        Method = Method(index, options),
        Comment = Stated(index.Comment),
        Definition = null,
    };

    private static bool IsWhole(IndexPart part, ValueList<Column> columns) =>
        columns.FirstOrDefault(column => column.Name == part.Expression)?.Type is ColumnType.Native type
        && CanonicalType.Word(type.Sql) is "char" or "varchar" or "binary" or "varbinary" && CanonicalType.Argument(type.Sql) == part.Length;

    // InnoDB makes a B-tree whatever method is asked for (MySQL manual, 15.1.15).
    private static string? Method(TableIndex index, TableOptions options) =>
        index.Kind is not IndexKind.Ordinary || options.Engine == "InnoDB" || TableClause.SameName(index.Method, "btree") ? null : index.Method?.ToLowerInvariant();

    private static string? Stated(string? comment) => comment is { Length: > 0 } ? comment : null;

    private static string Parameter(string parameter)
    {
        var parts = parameter.Split('=', 2, StringSplitOptions.TrimEntries);
        var name = parts[0].Trim('`').ToLowerInvariant();
        if (parts.Length == 1) return name;
        var value = parts[1].Trim('\'');
        return $"{name}={(parts[1].StartsWith('\'') && value.AsSpan().ContainsAnyExceptInRange('0', '9') ? parts[1] : value.ToUpperInvariant())}";
    }

    private TableOptions Options(TableOptions options, string[] names) => options with
    {
        Engine = Engines.FirstOrDefault(engine => engine.Equals(options.Engine ?? "InnoDB", StringComparison.OrdinalIgnoreCase)) ?? options.Engine,
        Charset = null,
        Collation = Collations.Of(options.Charset, options.Collation, traits),
        AutoIncrementStart = null,
        PartitionBy = options.PartitionBy is { } by ? CanonicalPartitions.Of(by, names) : null,
        Parameters = options.Parameters.Select(Parameter).Order(StringComparer.Ordinal).ToValueList(),
    };

    private Column Column(Column column, Table table, string? tableCollation, string[] names)
    {
        var type = CanonicalType.Of(types.Spell(column.Type), traits);
        var collation = CanonicalType.IsText(CanonicalType.Word(type)) ? Collations.Of(column.Charset, column.Collation, traits) : null;
        var isNotNull = column.Identity is not null || table.PrimaryKey?.Columns.Contains(column.Name) is true;
        return new Column(column.Name, new ColumnType.Native(type))
        {
            IsNullable = column.Generated is not null && !traits.HasNotNullGeneratedColumns ? !isNotNull : column.IsNullable && !isNotNull,
            Default = column.Identity is null ? CanonicalDefault.Of(column.Default, type) : null,
            Identity = column.Identity is null ? null : new Identity(),
            Generated = column.Generated is { } generated ? generated with { Sql = CanonicalExpression.Of(generated.Sql, names) } : null,
            Collation = collation == tableCollation ? null : collation,
            Comment = Stated(column.Comment),
            IsInvisible = column.IsInvisible,
            OnUpdate = column.OnUpdate is { } update ? CanonicalDefault.OnUpdate(update, type) : null,
        };
    }
}
