using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>
/// Changes the text of a table until it makes another table, and no more than that: whatever the two have in common stays as it is
/// written, with its comments, conflict clauses and collations of keys, which a table as data has no words for.
/// </summary>
internal sealed class TableReconciliation
{
    private readonly Table target;
    private readonly Table wanted;
    private readonly HashSet<Constraint> constraints;
    private TableText text;

    internal TableReconciliation(TableText text, Table target)
    {
        this.text = text;
        this.target = target;
        // what SQLite would give back of the target: in the same words as what is read from the text
        wanted = Canonical(TableText.Parse(SqliteTableSql.Create(target)));
        constraints = [.. wanted.Constraints];
    }

    internal TableText Result()
    {
        if (!KeepsOrder()) return TableText.Parse(SqliteTableSql.Create(target));
        if (text.Name.Value != target.Name.Name) text = text.Replace(text.Name.Span, SqliteNames.Quote(target.Name.Name));
        DropConstraints();
        DropColumns();
        AddColumns();
        var present = Canonical(text);
        foreach (var column in wanted.Columns) Alter(present.Column(column.Name)!, column);
        AddConstraints();
        if (text.IsStrict != target.Options.IsStrict || text.IsWithoutRowId != target.Options.IsWithoutRowId)
            text = text.Replace(new TextSpan(text.Close + 1, text.Sql.Length), SqliteTableSql.Options(target.Options));
        return text;
    }

    private static Table Canonical(TableText text) => new SqliteCanonical(SqliteTableReader.Read(text)).Table();

    // No operation moves a column; a text in which one stands elsewhere belongs to another table.
    private bool KeepsOrder()
    {
        var there = text.Columns.Select(column => column.Name.Value).Where(name => wanted.Column(name) is not null);
        return there.SequenceEqual(wanted.Columns.Select(column => column.Name).Where(name => text.Column(name)?.Name.Value == name));
    }

    private void DropConstraints()
    {
        while (Present().FirstOrDefault(placed => !constraints.Contains(placed.Constraint)) is { } placed)
            text = placed.Column is null ? text.RemoveItem(placed.Clause.Span) : text.Remove(placed.Clause.Span);
    }

    // Columns that a reference leaves out are the other table's primary key.
    private IEnumerable<PlacedConstraint> Present()
    {
        var canonical = new SqliteCanonical(SqliteTableReader.Read(text));
        foreach (var placed in SqliteTableReader.Constraints(text))
        {
            var constraint = canonical.Constraint(placed.Constraint);
            if (constraint is ForeignKey { ReferencedColumns.Count: 0 } reference)
                constraint = wanted.ForeignKeys.FirstOrDefault(other => other with { ReferencedColumns = [] } == reference) ?? constraint;
            yield return placed with { Constraint = constraint };
        }
    }

    private void DropColumns()
    {
        while (text.Columns.FirstOrDefault(column => wanted.Column(column.Name.Value) is null) is { } column && text.Columns.Length > 1)
            text = text.RemoveItem(column.Span);
    }

    private void AddColumns()
    {
        ColumnText? last = null;
        foreach (var column in target.Columns)
        {
            if (text.Column(column.Name) is null)
                text = text.InsertItem(last?.Span, SqliteColumnSql.Define(target, column, KeyToSayIn(column)));
            last = text.Column(column.Name);
        }

        DropColumns();
    }

    private PrimaryKey? KeyToSayIn(Column column) =>
        SqliteTableSql.InlineKey(target) is { } key && key.Columns[0] == column.Name && !text.Clauses.OfType<ClauseText.PrimaryKey>().Any() ? key : null;

    private void Alter(Column present, Column column)
    {
        if (present.Type != column.Type) Retype(column);
        if (present.IsNullable != column.IsNullable) Set<ClauseText.NotNull>(column, column.IsNullable ? null : "NOT NULL");
        if (present.Default != column.Default) Set<ClauseText.Default>(column, column.Default is null ? null : SqliteColumnSql.Default(column.Default));
        if (present.Collation != column.Collation) Set<ClauseText.Collation>(column, column.Collation is null ? null : SqliteColumnSql.Collation(column.Collation));
        if (present.Generated != column.Generated) Set<ClauseText.Generated>(column, column.Generated is null ? null : SqliteColumnSql.Generated(column.Generated));
        if ((present.Identity is null) != (column.Identity is null)) Number(column);
    }

    private void Retype(Column column)
    {
        var place = text.Column(column.Name)!;
        if (SqliteTableReader.EnumCheck(text, place) is { } check) text = text.Remove(check.Span);
        var type = SqliteTypes.Spell(column.Type, target.Options);
        text = place.Type.IsEmpty ? text.InsertAt(place.Type.Start, " " + type) : text.Replace(place.Type, type);
        if (column.Type is ColumnType.Enum values)
            text = text.InsertAt(text.Column(column.Name)!.Span.End, " " + SqliteEnum.Check(target.Name.Name, column.Name, values.Values));
    }

    private void Set<T>(Column column, string? sql)
        where T : ClauseText
    {
        var place = text.Column(column.Name)!;
        if (place.Clause<T>() is not { } clause) text = sql is null ? text : text.InsertAt(place.Span.End, " " + sql);
        else text = sql is null ? text.Remove(clause.Span) : text.Replace(clause.Span, sql);
    }

    // Without a primary key there is nothing to say it in: it comes with the key.
    private void Number(Column column)
    {
        if (text.Clauses.OfType<ClauseText.PrimaryKey>().FirstOrDefault() is not { } key) return;
        if (column.Identity is null) text = text.Remove(key.AutoIncrement!.Value);
        else text = text.InsertAt(key.Columns.Length == 0 ? key.Span.End : key.Columns[0].Span.End, " AUTOINCREMENT");
    }

    private void AddConstraints()
    {
        var there = Present().Select(placed => placed.Constraint).ToHashSet();
        foreach (var constraint in target.Constraints)
        {
            if (there.Contains(new SqliteCanonical(wanted).Constraint(constraint))) continue;
            if (constraint is PrimaryKey key && target.Column(key.Columns[0]) is { Identity: not null } column)
                text = text.InsertAt(text.Column(column.Name)!.Span.End, " " + SqliteColumnSql.PrimaryKey(key, column));
            else
                text = text.InsertItem(text.Constraints is [.., var last] ? last.Span : text.Columns[^1].Span, SqliteConstraintSql.Define(constraint));
        }
    }
}
