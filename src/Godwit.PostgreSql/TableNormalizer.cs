using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>A table as the database would give it back.</summary>
internal static class TableNormalizer
{
    internal static Table Normalize(Table table, IReadOnlySet<ObjectName> enums)
    {
        var columns = table.Columns.Select(column => Column(Started(column, table.Options), enums));
        var checks = Checks(table).Select(check => check with { Predicate = Predicate(check.Predicate, table) });
        var named = ConstraintNaming.Named(table with { Columns = columns, Checks = checks });
        var used = UsedIndexes(table);
        return named with
        {
            PrimaryKey = named.PrimaryKey is { } key ? key with { UsingIndex = null } : null,
            Columns = named.PrimaryKey is null ? columns : columns.Select(column => NotNull(column, named.PrimaryKey)),
            Uniques = Sorted(named.Uniques.Select(unique => unique with { UsingIndex = null })),
            ForeignKeys = Sorted(named.ForeignKeys),
            Checks = Sorted(named.Checks),
            Exclusions = Sorted(named.Exclusions.Select(Exclusion)),
            Indexes = named.Indexes.Without(index => used.Contains(index.Name)).Select(IndexNormalizer.Normalize)
                .OrderBy(index => index.Name, StringComparer.Ordinal).ToValueList(),
            Triggers = Triggers(named.Triggers),
            Comment = string.IsNullOrEmpty(table.Comment) ? null : table.Comment,
            Options = table.Options with { AutoIncrementStart = null, Parameters = StorageParameter.Canonical(table.Options.Parameters) },
        };
    }

    internal static ValueList<Trigger> Triggers(ValueList<Trigger> triggers) =>
        triggers.Select(trigger => trigger with { Definition = PostgreSqlNormalizer.Statement(trigger.Definition) })
            .OrderBy(trigger => trigger.Name, StringComparer.Ordinal).ToValueList();

    /// <summary>The checks that are in force: those of its enums take the place of others of the same name.</summary>
    internal static ValueList<CheckConstraint> Checks(Table table)
    {
        var checks = table.Checks;
        foreach (var column in table.Columns)
        {
            if (column.Type is not ColumnType.Enum type) continue;
            var implied = AllowedValues.Check(table.Name, column.Name, type.Values);
            checks = checks.Without(check => check.Name == implied.Name).Add(implied);
        }

        return checks;
    }

    /// <summary>A column as the catalog gives it back.</summary>
    internal static Column Column(Column column, IReadOnlySet<ObjectName> enums)
    {
        var type = PostgreSqlTypes.Canonical(column.Type);
        if (type is ColumnType.Native native && enums.Contains(ObjectName.Parse(native.Sql))) type = new ColumnType.NativeEnum(native.Sql);
        var identity = column.Identity is null ? null : Canonical(column.Identity);
        return column with
        {
            Type = type,
            IsNullable = column.IsNullable && identity is null,
            Default = ColumnDefault.Canonical(column),
            Identity = identity,
            Generated = column.Generated is { } generated ? generated with { Sql = OuterParentheses.Stripped(generated.Sql) } : null,
            Comment = string.IsNullOrEmpty(column.Comment) ? null : column.Comment,
        };
    }

    /// <summary>The column with the number that its table's options say it begins with.</summary>
    internal static Column Started(Column column, TableOptions options) =>
        column.Identity is { } identity && options.AutoIncrementStart is { } start ? column with { Identity = identity with { Start = start } } : column;

    // AutoIncrement is BY DEFAULT: a row may bring its own number, as on the other databases.
    private static Identity Canonical(Identity identity) => identity with
    {
        Kind = identity.Kind is IdentityKind.AutoIncrement ? IdentityKind.ByDefault : identity.Kind,
        Start = identity.Start == (identity.Increment is < 0 ? -1 : 1) ? null : identity.Start,
        Increment = identity.Increment == 1 ? null : identity.Increment,
    };

    private static Column NotNull(Column column, PrimaryKey key) => key.Columns.Contains(column.Name) ? column with { IsNullable = false } : column;

    private static string Predicate(string predicate, Table table) => AllowedValues.Canonical(OuterParentheses.Stripped(predicate), table);

    private static ExclusionConstraint Exclusion(ExclusionConstraint exclusion) => exclusion with
    {
        Method = exclusion.Method is "gist" ? null : exclusion.Method,
        Predicate = exclusion.Predicate is null ? null : OuterParentheses.Stripped(exclusion.Predicate),
    };

    private static HashSet<string> UsedIndexes(Table table)
    {
        var used = new HashSet<string>();
        if (table.PrimaryKey?.UsingIndex is { } primary) used.Add(primary);
        foreach (var unique in table.Uniques)
        {
            if (unique.UsingIndex is not null) used.Add(unique.UsingIndex);
        }

        return used;
    }

    private static ValueList<T> Sorted<T>(IEnumerable<T> constraints)
        where T : Constraint => constraints.OrderBy(constraint => constraint.Name, StringComparer.Ordinal).ToValueList();
}
