using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>Values are cut off, or all rows are changed.</summary>
internal sealed class LossyChange : Rule
{
    internal override string Id => "DL05";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.All;

    internal override string Title => "values are cut off, or all rows are changed";

    internal override string Reason => "A smaller type refuses or cuts off values that are there. UPDATE or DELETE without WHERE changes every row, often by mistake, and holds all of them until it is done.";

    internal override string Remedy => "For a smaller type, add a new column and fill it with a check; for UPDATE and DELETE, say with WHERE which rows are meant.";

    internal override string Bad => "DELETE FROM posts;";

    internal override string Good => "DELETE FROM posts WHERE published_at < '2020-01-01';";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact switch
    {
        RowsChanged { HasWhere: false } rows =>
            [new Breach(rows.Verb == "DELETE" ? $"Every row of {rows.Rows} is deleted." : $"Every row of {rows.Rows} is changed.", Some(rows, ground))],
        ColumnRetyped retyped => Narrowed(retyped.Of, retyped.Column, retyped.OldType ?? ground.Known.Column(retyped.Of, retyped.Column)?.Type, retyped.NewType),
        ColumnRedefined redefined => Narrowed(redefined.Of, redefined.Old, (redefined.Before ?? ground.Known.Column(redefined.Of, redefined.Old))?.Type, redefined.Column.Type),
        _ => [],
    };

    private string Some(RowsChanged rows, Ground ground)
    {
        if (rows.Sql is not { } sql) return Proposals.Allowed(Id, $"all rows of {rows.Rows} are meant", null);
        var key = ground.Known.Find(rows.Rows)?.Columns.Values.FirstOrDefault(column => column.IsPrimaryKey)?.Name.Written ?? "id";
        var where = $"WHERE {key} BETWEEN 1 AND 10000";
        var changed = Proposals.Replaced(sql, @"(?=\b(RETURNING|ORDER\s+BY|LIMIT)\b)", where + " ") ?? $"{sql} {where}";
        return $"{changed};\n-- or whatever tells which rows are meant";
    }

    private static Breach[] Narrowed(SqlName table, SqlName column, string? old, string changed) =>
        old is not null && TypeText.Narrows(old, changed) == true
            ? [new Breach($"{column} of {table} becomes {changed}, which holds less than {old}.", Proposals.Beside(table, column, column.With("_new"), changed))]
            : [];
}
