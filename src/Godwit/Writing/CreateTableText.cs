using Godwit.Schema;

namespace Godwit.Writing;

/// <summary>What stands inside <c>schema.Create</c>: what concerns one column only is said of it.</summary>
internal sealed class CreateTableText
{
    private readonly Table table;
    private readonly string product;
    private readonly ConstraintText texts;
    private readonly List<string> lines = [];
    private readonly HashSet<Constraint> said = [];
    private readonly HashSet<TableIndex> saidIndexes = [];

    private CreateTableText(Table table, string product)
    {
        this.table = table;
        this.product = product;
        texts = new ConstraintText(table.Name);
    }

    /// <summary>The calls on the blueprint, without the blueprint's name.</summary>
    internal static IReadOnlyList<string> Lines(Table table, string product)
    {
        var text = new CreateTableText(table, product);
        text.AddOptions();
        text.AddColumns();
        text.lines.AddRange(table.Constraints.Where(constraint => !text.said.Contains(constraint)).Select(text.texts.Of));
        text.lines.AddRange(table.Indexes.Where(index => !text.saidIndexes.Contains(index)).Select(text.texts.Of));
        if (table.Comment is { } comment) text.lines.Add($"Comment({CSharpLiteral.Text(comment)})");
        return text.lines;
    }

    private void AddOptions()
    {
        var options = table.Options;
        if (options.IsTemporary) lines.Add("Temporary()");
        if (options.IsUnlogged) lines.Add("Unlogged()");
        if (options.IsStrict) lines.Add("Strict()");
        if (options.IsWithoutRowId) lines.Add("WithoutRowId()");
        if (options.PartitionBy is { } key) lines.Add($"PartitionBy({CSharpLiteral.Text(key)})");
        if (options.PartitionOf is { } part) lines.Add($"PartitionOf({CSharpLiteral.Text(part.Parent.ToString())}, {CSharpLiteral.Text(part.Bounds)})");
        lines.AddRange(TableOptionsText.Lines(options));
    }

    private void AddColumns()
    {
        // A partition has the columns of its parent.
        if (table.Options.PartitionOf is not null) return;
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (IsTimestamps(i))
            {
                lines.Add("Timestamps()");
                i++;
                continue;
            }

            lines.Add(Column(table.Columns[i]));
        }
    }

    private bool IsTimestamps(int place) =>
        place + 1 < table.Columns.Count && IsStamp(table.Columns[place], "created_at") && IsStamp(table.Columns[place + 1], "updated_at");

    private bool IsStamp(Column column, string name) =>
        column == new Column(name, column.Type) { IsNullable = true } && NativeType.Worded(column.Type, product).Equals(new ColumnType.Timestamp())
        && !table.Constraints.Any(constraint => constraint is UniqueConstraint { Columns: [var only] } && only == name)
        && !table.Indexes.Any(index => texts.IsOfColumn(index) && index.Parts[0].Expression == name);

    private string Column(Column column)
    {
        var key = table.ForeignKeys.FirstOrDefault(key => key.Columns is [var only] && only == column.Name && key.ReferencedColumns.Count == 1);
        var text = ColumnText.Of(column, product);
        if (key is not null && column.Identity is null && text.StartsWith(BigInteger(column), StringComparison.Ordinal))
            text = "ForeignId" + text[text.IndexOf('(', StringComparison.Ordinal)..];
        if (table.PrimaryKey is { Columns: [var primary], Deferral: Deferral.NotDeferrable } whole && primary == column.Name
            && texts.Of(whole) == $"Primary({CSharpLiteral.Text(primary)})")
        {
            said.Add(whole);
            if (!ColumnText.IsIncrements(column, product)) text += ".Primary()";
        }

        foreach (var unique in table.Uniques.Where(unique => texts.IsOfColumn(unique) && unique.Columns[0] == column.Name))
        {
            if (said.Add(unique)) text += ".Unique()";
        }

        foreach (var index in table.Indexes.Where(index => texts.IsOfColumn(index) && index.Parts[0].Expression == column.Name))
        {
            if (saidIndexes.Add(index)) text += ".Index()";
        }

        if (key is null || !said.Add(key)) return text;
        return text + Constrained(column, key) + texts.Rest(key);
    }

    private string BigInteger(Column column) =>
        product is "mysql" or "mariadb" || column.Type is ColumnType.Integer { Unsigned: true } ? "UnsignedBigInteger(" : "BigInteger(";

    // The table that the column's name tells need not be named.
    private static string Constrained(Column column, ForeignKey key)
    {
        if (key.ReferencedColumns[0] != "id") return $".References({CSharpLiteral.Text(key.ReferencedColumns[0])}).On({CSharpLiteral.Text(key.ReferencedTable.ToString())})";
        var isTold = column.Name.EndsWith("_id", StringComparison.Ordinal) && column.Name.Length > 3
            && key.ReferencedTable == new ObjectName(null, EnglishNoun.Plural(column.Name[..^3]));
        return isTold ? ".Constrained()" : $".Constrained({CSharpLiteral.Text(key.ReferencedTable.ToString())})";
    }
}
