using System.Text;
using Godwit.Schema;

namespace Godwit.Writing;

/// <summary>Writes the foreign keys of a table as references to other models, and the ways back as collections.</summary>
/// <param name="models">The tables that have models.</param>
/// <param name="naming">The names.</param>
internal sealed class ModelReferenceText(Table[] models, ModelNaming naming)
{
    /// <summary>Whether a model can say that one of its tables is referred to: by its key, and once by the same columns.</summary>
    internal bool IsSaid(Table table, ForeignKey key) =>
        Referenced(key)?.PrimaryKey?.IsOver(key.ReferencedColumns) is true
        && table.ForeignKeys.First(key.LeadsLike) == key;

    /// <summary>The references and collections of a model, each with the lines before it.</summary>
    internal IEnumerable<string> Members(Table table)
    {
        var taken = naming.TakenIn(table);
        foreach (var key in table.ForeignKeys)
        {
            if (IsSaid(table, key)) yield return Reference(table, key, Referenced(key)!, taken);
            else if (Referenced(key) is null)
                yield return $"    // {string.Join(", ", key.Columns)} refers to {key.ReferencedTable}: godwit make:model --all writes the reference.\n";
        }

        foreach (var other in models)
        {
            if (other.Name == table.Name || other.ForeignKeys.Count(key => key.ReferencedTable == table.Name && IsSaid(other, key)) != 1) continue;
            var own = ModelNaming.Free(taken, ModelNaming.Pascal(SnakeCase.Of(other.Name.Name)));
            yield return $"    public List<{naming.ClassOf(other)}> {own} {{ get; set; }} = [];\n";
        }
    }

    private Table? Referenced(ForeignKey key) => Array.Find(models, model => model.Name == key.ReferencedTable);

    private string Reference(Table table, ForeignKey key, Table other, HashSet<string> taken)
    {
        // in the order of the other model's key, which is that of its properties
        var columns = other.Columns.Select(column => key.ReferencedColumns.IndexOf(name => name == column.Name)).Where(place => place >= 0).Select(place => key.Columns[place]).ToArray();
        string[] keys = [.. columns.Select(column => naming.PropertyOf(table, column))];
        var wanted = columns is [var only] && only.EndsWith("_id", StringComparison.Ordinal) ? ModelNaming.Pascal(SnakeCase.Of(only[..^3])) : naming.ClassOf(other);
        var own = ModelNaming.Free(taken, taken.Contains(wanted) ? wanted + "Row" : wanted);
        var isNullable = columns.Any(column => table.Column(column) is { IsNullable: true });
        var text = new StringBuilder();
        if (keys is not [var single] || single != own + "Id")
            text.Append($"    [ForeignKey({(keys is [var one] ? $"nameof({one})" : CSharpLiteral.Text(string.Join(", ", keys)))})]\n");
        if (key.OnDelete is not ReferentialAction.NoAction) text.Append($"    [OnDelete(ReferentialAction.{key.OnDelete})]\n");
        if (!IsIndexed(table, columns)) text.Append("    [NoIndex]\n");
        return text.Append($"    public {naming.ClassOf(other)}{(isNullable ? "?" : "")} {own} {{ get; set; }}{(isNullable ? "" : " = null!;")}\n").ToString();
    }

    // By what the model says.
    private static bool IsIndexed(Table table, string[] columns)
    {
        var orders = table.Indexes.Where(index => index.IsPlain && index.Predicate is null).Select(index => index.Parts.Select(part => part.Expression))
            .Concat(table.Uniques.Select(unique => unique.Columns.AsEnumerable()));
        if (table.PrimaryKey is { } primary) orders = orders.Append(table.Columns.Select(column => column.Name).Where(primary.Columns.Contains));
        return orders.Any(order => order.Take(columns.Length).SequenceEqual(columns));
    }
}
