using System.Text;
using Godwit.Modelling;
using Godwit.Schema;

namespace Godwit.Writing;

/// <summary>Writes the model class of a table that is there, so that the two say the same.</summary>
public sealed class ModelText
{
    private const string Usings =
        """
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;
        using Godwit;
        using Godwit.Schema;

        """;

    private readonly ModelNaming naming;
    private readonly ModelColumnText columns;

    /// <param name="schema">What the database holds, normalised by its dialect.</param>
    /// <param name="canonical">A column as the database gives it back.</param>
    /// <param name="name">The name of the class; null is that of the table in the singular.</param>
    public ModelText(DatabaseSchema schema, Func<Column, Column> canonical, string? name = null)
    {
        naming = new ModelNaming(schema.Tables, name);
        columns = new ModelColumnText(schema, canonical, naming);
    }

    /// <summary>The name of a table's class.</summary>
    public string ClassOf(Table table) => naming.ClassOf(table);

    /// <summary>The whole file.</summary>
    /// <param name="table">The table, which has a column.</param>
    /// <param name="models">The tables that have models: references to others are left out, and said in a comment.</param>
    public string Of(Table table, IEnumerable<Table> models)
    {
        var references = new ModelReferenceText([.. models], naming);
        var members = table.Columns.Select(column => columns.Of(table, column)).Concat(references.Members(table));
        var enums = table.Columns.Select(column => columns.Enumeration(table, column)).OfType<string>();
        return $"{Usings}\n{Heading(table, references)}public class {ClassOf(table)}\n{{\n{string.Join('\n', members).TrimEnd('\n')}\n}}\n{string.Concat(enums.Select(text => "\n" + text))}";
    }

    private string Heading(Table table, ModelReferenceText references)
    {
        var text = new StringBuilder($"/// <summary>A row of {OneLine(table.Name.ToString())}.</summary>\n");
        foreach (var unsaid in Unsaid(table, references)) text.Append($"// A model does not say: {OneLine(unsaid)}\n");
        if (ModelNames.Table(ClassOf(table)) != table.Name.ToString() || table.PrimaryKey is null)
            text.Append($"[Table({CSharpLiteral.Text(table.Name.Name)}{(table.Name.Schema is { } own ? $", Schema = {CSharpLiteral.Text(own)}" : "")})]\n");
        if (table.Comment is { } comment) text.Append($"[Comment({CSharpLiteral.Text(comment)})]\n");
        foreach (var unique in table.Uniques) text.Append($"[Unique({Names(table, unique.Columns)}{Named(unique.Name, table, unique.Columns, "unique")})]\n");
        foreach (var index in table.Indexes.Where(index => index.IsPlain))
        {
            string[] parts = [.. index.Parts.Select(part => part.Expression)];
            text.Append($"[Index({Names(table, parts)}{Named(index.Name, table, parts, index.IsUnique ? "unique" : "index")}{(index.IsUnique ? ", IsUnique = true" : "")}"
                + $"{(index.Predicate is { } where ? $", Where = {CSharpLiteral.Text(where)}" : "")}{(index.Method is { } method ? $", Method = {CSharpLiteral.Text(method)}" : "")})]\n");
        }

        foreach (var check in table.Checks) text.Append($"[Check({CSharpLiteral.Text(check.Predicate)}{(check.Name is { } own ? $", Name = {CSharpLiteral.Text(own)}" : "")})]\n");
        return text.ToString();
    }

    private static IEnumerable<string> Unsaid(Table table, ModelReferenceText references) =>
    [
        .. table.Indexes.Where(index => !index.IsPlain).Select(index => $"the index {index.Name}"),
        .. table.Exclusions.Select(exclusion => $"the exclusion constraint {exclusion.Name}"),
        .. table.ForeignKeys.Where(key => !references.IsSaid(table, key)).Select(key => $"the foreign key over {string.Join(", ", key.Columns)} to {key.ReferencedTable}"),
        .. table.ForeignKeys.Where(key => references.IsSaid(table, key) && (key.OnUpdate is not ReferentialAction.NoAction || key.Deferral is not Deferral.NotDeferrable))
            .Select(key => $"when the foreign key over {string.Join(", ", key.Columns)} is checked, or what follows an update"),
    ];

    private string Names(Table table, IEnumerable<string> over) => string.Join(", ", over.Select(column => $"nameof({naming.PropertyOf(table, column)})"));

    private static string Named(string? own, Table table, IEnumerable<string> over, string kind) =>
        own is null || own == ModelNames.Of(table.Name, over, kind) ? "" : $", Name = {CSharpLiteral.Text(own)}";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
