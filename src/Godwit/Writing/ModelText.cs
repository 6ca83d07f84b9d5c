using System.Text;
using Godwit.Modelling;
using Godwit.Schema;

namespace Godwit.Writing;

/// <summary>Writes the model class of a table that is there, so that the two say the same.</summary>
/// <param name="schema">What the database holds, normalised by its dialect.</param>
/// <param name="canonical">A type as the database gives it back.</param>
/// <param name="name">The name of the class; null is that of the table in the singular.</param>
public sealed class ModelText(DatabaseSchema schema, Func<ColumnType, ColumnType> canonical, string? name = null)
{
    private readonly ModelColumnText columns = new(schema, canonical);

    /// <summary>The name of a table's class.</summary>
    public string ClassOf(Table table) => name ?? Pascal(EnglishNoun.Singular(SnakeCase.Of(table.Name.Name)));

    /// <summary>The whole file.</summary>
    /// <param name="table">The table.</param>
    /// <param name="models">The tables that have models: references to others are left out, and said in a comment.</param>
    public string Of(Table table, IEnumerable<Table> models)
    {
        var known = models.ToArray();
        var body = new StringBuilder();
        foreach (var column in table.Columns) body.Append(columns.Of(table, column, ClassOf(table))).Append('\n');
        foreach (var key in table.ForeignKeys) body.Append(Reference(table, key, known)).Append('\n');
        foreach (var collection in Collections(table, known)) body.Append(collection).Append('\n');
        var enums = table.Columns.Select(column => columns.Enumeration(table, column, ClassOf(table))).OfType<string>();
        return $"{Usings}\n{Heading(table)}public class {ClassOf(table)}\n{{\n{body.ToString().TrimEnd('\n')}\n}}\n{string.Concat(enums.Select(text => "\n" + text))}";
    }

    private const string Usings =
        """
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;
        using Godwit;
        using Godwit.Schema;

        """;

    private string Heading(Table table)
    {
        var text = new StringBuilder($"/// <summary>A row of {table.Name}.</summary>\n");
        foreach (var unsaid in Unsaid(table)) text.Append($"// A model does not say: {unsaid.ReplaceLineEndings(" ")}\n");
        if (ModelNames.Table(ClassOf(table)) != table.Name.ToString())
            text.Append($"[Table({CSharpLiteral.Text(table.Name.Name)}{(table.Name.Schema is { } own ? $", Schema = {CSharpLiteral.Text(own)}" : "")})]\n");
        if (table.Comment is { } comment) text.Append($"[Comment({CSharpLiteral.Text(comment)})]\n");
        foreach (var unique in table.Uniques) text.Append($"[Unique({Names(table, unique.Columns)}{Named(unique.Name, table, unique.Columns, "unique")})]\n");
        foreach (var index in table.Indexes.Where(IsPlain))
        {
            string[] parts = [.. index.Parts.Select(part => part.Expression)];
            text.Append($"[Index({Names(table, parts)}{Named(index.Name, table, parts, index.IsUnique ? "unique" : "index")}{(index.IsUnique ? ", IsUnique = true" : "")}"
                + $"{(index.Predicate is { } where ? $", Where = {CSharpLiteral.Text(where)}" : "")}{(index.Method is { } method ? $", Method = {CSharpLiteral.Text(method)}" : "")})]\n");
        }

        foreach (var check in table.Checks) text.Append($"[Check({CSharpLiteral.Text(check.Predicate)}{(check.Name is { } own ? $", Name = {CSharpLiteral.Text(own)}" : "")})]\n");
        return text.ToString();
    }

    private string Reference(Table table, ForeignKey key, Table[] models)
    {
        if (models.FirstOrDefault(model => model.Name == key.ReferencedTable) is not { } other)
            return $"    // {string.Join(", ", key.Columns)} refers to {key.ReferencedTable}: godwit make:model --all writes the reference.\n";
        string[] keys = [.. key.Columns.Select(column => ModelColumnText.Name(table, column, ClassOf(table)))];
        var own = ReferenceName(table, key, other);
        var isNullable = key.Columns.Any(column => table.Column(column) is { IsNullable: true });
        var isConventional = keys is [var single] && single == own + "Id";
        var text = new StringBuilder();
        if (!isConventional) text.Append($"    [ForeignKey({(keys is [var only] ? $"nameof({only})" : CSharpLiteral.Text(string.Join(", ", keys)))})]\n");
        if (key.OnDelete is not ReferentialAction.NoAction) text.Append($"    [OnDelete(ReferentialAction.{key.OnDelete})]\n");
        if (!IsIndexed(table, key)) text.Append("    [NoIndex]\n");
        return text.Append($"    public {ClassOf(other)}{(isNullable ? "?" : "")} {own} {{ get; set; }}{(isNullable ? "" : " = null!;")}\n").ToString();
    }

    private string ReferenceName(Table table, ForeignKey key, Table other)
    {
        var taken = table.Columns.Select(column => ModelColumnText.Name(table, column.Name, ClassOf(table))).Append(ClassOf(table)).ToHashSet();
        var wanted = key.Columns is [var only] && only.EndsWith("_id", StringComparison.Ordinal) ? Pascal(only[..^3]) : ClassOf(other);
        if (key.Columns.Count > 1 && table.ForeignKeys.Count(one => one.ReferencedTable == other.Name) > 1) wanted += Pascal(key.Columns[0]);
        return taken.Contains(wanted) ? wanted + "Row" : wanted;
    }

    private IEnumerable<string> Collections(Table table, Table[] models)
    {
        var taken = table.Columns.Select(column => ModelColumnText.Name(table, column.Name, ClassOf(table)))
            .Concat(table.ForeignKeys.Select(key => models.FirstOrDefault(model => model.Name == key.ReferencedTable) is { } other ? ReferenceName(table, key, other) : "")).Append(ClassOf(table)).ToHashSet();
        foreach (var other in models.Where(model => model.Name != table.Name && model.ForeignKeys.Count(key => key.ReferencedTable == table.Name) == 1))
        {
            var own = Pascal(SnakeCase.Of(other.Name.Name));
            if (taken.Add(own)) yield return $"    public List<{ClassOf(other)}> {own} {{ get; set; }} = [];\n";
        }
    }

    private static IEnumerable<string> Unsaid(Table table) =>
    [
        .. table.Indexes.Where(index => !IsPlain(index)).Select(index => $"the index {index.Name}"),
        .. table.Exclusions.Select(exclusion => $"the exclusion constraint {exclusion.Name}"),
        .. table.ForeignKeys.Where(key => key.OnUpdate is not ReferentialAction.NoAction || key.Deferral is not Deferral.NotDeferrable).Select(key => $"when the foreign key over {string.Join(", ", key.Columns)} is checked, or what follows an update"),
    ];

    private static bool IsPlain(TableIndex index) =>
        index is { Kind: IndexKind.Ordinary, NullsNotDistinct: false, Include.Count: 0, Options.Count: 0, Language: null } && index.Parts.All(part => part == new IndexPart(part.Expression));

    private static bool IsIndexed(Table table, ForeignKey key)
    {
        var orders = table.Indexes.Where(index => index.Predicate is null).Select(index => index.Parts.Select(part => part.Expression))
            .Concat(table.Uniques.Select(unique => unique.Columns.AsEnumerable()));
        if (table.PrimaryKey is { } primary) orders = orders.Append(primary.Columns);
        return orders.Any(order => order.Take(key.Columns.Count).SequenceEqual(key.Columns));
    }

    private string Names(Table table, IEnumerable<string> over) => string.Join(", ", over.Select(column => $"nameof({ModelColumnText.Name(table, column, ClassOf(table))})"));

    private static string Named(string? own, Table table, IEnumerable<string> over, string kind) =>
        own is null || own == ModelNames.Of(table.Name, over, kind) ? "" : $", Name = {CSharpLiteral.Text(own)}";

    internal static string Pascal(string words)
    {
        var text = new StringBuilder();
        foreach (var word in words.Split('_', StringSplitOptions.RemoveEmptyEntries)) text.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        return text.Length == 0 || char.IsDigit(text[0]) ? "X" + text : text.ToString();
    }
}
