using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>What the text of a table says of it: its columns, keys and other constraints.</summary>
internal sealed class SqliteTableReader
{
    private readonly TableText text;
    private readonly List<Constraint> constraints;
    private readonly PrimaryKey? primaryKey;
    private readonly bool isNumbered;

    private SqliteTableReader(TableText text)
    {
        this.text = text;
        constraints = [.. Constraints(text).Select(placed => placed.Constraint)];
        primaryKey = constraints.OfType<PrimaryKey>().FirstOrDefault();
        isNumbered = text.Clauses.OfType<ClauseText.PrimaryKey>().Any(key => key.AutoIncrement is not null);
    }

    /// <summary>The table that a text makes. Its indexes and triggers have texts of their own.</summary>
    internal static Table Read(TableText text) => new SqliteTableReader(text).Read();

    /// <summary>The constraints of a table with their places, without the checks that belong to a column's type.</summary>
    internal static IEnumerable<PlacedConstraint> Constraints(TableText text)
    {
        foreach (var column in text.Columns)
        {
            var enumCheck = EnumCheck(text, column);
            foreach (var clause in column.Clauses)
            {
                if (!ReferenceEquals(clause, enumCheck) && Constraint(text, clause, [column.Name.Value]) is { } constraint)
                    yield return new PlacedConstraint(constraint, clause, column);
            }
        }

        foreach (var clause in text.Constraints)
        {
            if (Constraint(text, clause, []) is { } constraint) yield return new PlacedConstraint(constraint, clause, null);
        }
    }

    /// <summary>The check by which a column is one of some texts; null when it has none.</summary>
    internal static ClauseText.Check? EnumCheck(TableText text, ColumnText column) =>
        column.Type.In(text.Sql).Equals("varchar", StringComparison.OrdinalIgnoreCase)
            ? column.Clauses.OfType<ClauseText.Check>().FirstOrDefault(check => SqliteEnum.Values(check.Predicate.In(text.Sql), column.Name.Value) is not null)
            : null;

    private static Constraint? Constraint(TableText text, ClauseText clause, ValueList<string> own)
    {
        // A constraint may spell a column with other capitals than the column itself.
        ValueList<string> Names(IReadOnlyList<NameText> names) =>
            names.Count == 0 ? own : names.Select(name => text.Column(name.Value)?.Name.Value ?? name.Value).ToValueList();

        return clause switch
        {
            ClauseText.PrimaryKey key => new PrimaryKey(key.Name, Names(key.Columns)),
            ClauseText.Unique unique => new UniqueConstraint(unique.Name, Names(unique.Columns)),
            ClauseText.Check check => new CheckConstraint(check.Name, check.Predicate.In(text.Sql)),
            ClauseText.References reference => new ForeignKey(
                reference.Name, Names(reference.Columns), new ObjectName(null, reference.Table.Value), reference.Keys.Select(key => key.Value).ToValueList())
            {
                OnDelete = reference.OnDelete,
                OnUpdate = reference.OnUpdate,
                Deferral = reference.Deferral,
            },
            _ => null,
        };
    }

    private Table Read() => new(new ObjectName(null, text.Name.Value))
    {
        Columns = text.Columns.Select(Column).ToValueList(),
        PrimaryKey = primaryKey,
        Uniques = constraints.OfType<UniqueConstraint>().ToValueList(),
        ForeignKeys = constraints.OfType<ForeignKey>().ToValueList(),
        Checks = constraints.OfType<CheckConstraint>().ToValueList(),
        Options = new TableOptions { IsStrict = text.IsStrict, IsWithoutRowId = text.IsWithoutRowId },
        Definition = text.Sql,
    };

    private Column Column(ColumnText column)
    {
        var name = column.Name.Value;
        var generated = column.Clause<ClauseText.Generated>();
        return new Column(name, Type(column))
        {
            IsNullable = column.Clause<ClauseText.NotNull>() is null && primaryKey?.Columns.Contains(name) is not true,
            Default = column.Clause<ClauseText.Default>() is { } value ? Default(value.Value.In(text.Sql)) : null,
            Identity = isNumbered && primaryKey!.Columns.Contains(name) ? new Identity() : null,
            Generated = generated is null ? null : new GeneratedExpression(SqliteExpression.Bare(generated.Expression.In(text.Sql)), generated.Storage),
            Collation = column.Clause<ClauseText.Collation>()?.Sequence.Value,
        };
    }

    private ColumnType Type(ColumnText column) =>
        EnumCheck(text, column) is { } check
            ? new ColumnType.Enum(SqliteEnum.Values(check.Predicate.In(text.Sql), column.Name.Value)!)
            : new ColumnType.Native(TypeName(column.Type.In(text.Sql)));

    // VARCHAR ( 20 ) and varchar(20) are the same type.
    private static string TypeName(string type)
    {
        var words = string.Join(' ', type.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return words.Replace(" (", "(", StringComparison.Ordinal).Replace("( ", "(", StringComparison.Ordinal).Replace(" )", ")", StringComparison.Ordinal)
            .Replace(" ,", ",", StringComparison.Ordinal).Replace(", ", ",", StringComparison.Ordinal).ToLowerInvariant();
    }

    // No default and the default NULL are the same.
    private static DefaultValue? Default(string sql)
    {
        var bare = SqliteExpression.Bare(sql);
        if (bare.Equals("NULL", StringComparison.OrdinalIgnoreCase)) return null;
        return bare.Equals("CURRENT_TIMESTAMP", StringComparison.OrdinalIgnoreCase) ? new DefaultValue.CurrentTimestamp() : new DefaultValue.Expression(bare);
    }
}

/// <summary>A constraint and where it stands.</summary>
/// <param name="Constraint">The constraint.</param>
/// <param name="Clause">Its text.</param>
/// <param name="Column">The column that it stands in; null when it stands behind the columns.</param>
internal sealed record PlacedConstraint(Constraint Constraint, ClauseText Clause, ColumnText? Column);
