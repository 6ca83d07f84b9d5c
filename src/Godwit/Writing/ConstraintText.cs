using Godwit.Schema;

namespace Godwit.Writing;

/// <summary>Constraints and indexes in the words of the schema builder.</summary>
internal sealed class ConstraintText(ObjectName table) : IConstraintVisitor<string>
{
    internal string Of(Constraint constraint) => constraint.Accept(this);

    public string Visit(PrimaryKey constraint) =>
        $"Primary({CSharpLiteral.List(constraint.Columns)}){(constraint.Name == $"{table.Name}_pkey" ? "" : Name(constraint.Name, null))}{Deferral(constraint.Deferral)}{Text("UsingIndex", constraint.UsingIndex)}";

    public string Visit(UniqueConstraint constraint) =>
        $"Unique({CSharpLiteral.List(constraint.Columns)}){Name(constraint.Name, Conventional(constraint.Columns, "unique"))}"
        + $"{(constraint.NullsNotDistinct ? ".NullsNotDistinct()" : "")}{(constraint.Include.Count > 0 ? $".Include({CSharpLiteral.List(constraint.Include)})" : "")}"
        + $"{Text("UsingIndex", constraint.UsingIndex)}{Deferral(constraint.Deferral)}";

    public string Visit(ForeignKey constraint) =>
        $"Foreign({CSharpLiteral.List(constraint.Columns)}).References({CSharpLiteral.List(constraint.ReferencedColumns)}).On({CSharpLiteral.Text(constraint.ReferencedTable.ToString())}){Rest(constraint)}";

    public string Visit(CheckConstraint constraint) =>
        $"Check({CSharpLiteral.Text(constraint.Predicate)}{(constraint.Name is null ? "" : $", {CSharpLiteral.Text(constraint.Name)}")}){(constraint.NotValid ? ".NotValid()" : "")}";

    public string Visit(ExclusionConstraint constraint) =>
        $"Exclusion(){string.Concat(constraint.Elements.Select(element => $".With({CSharpLiteral.Text(element.Expression)}, {CSharpLiteral.Text(element.Operator)})"))}"
        + $"{Text("Using", constraint.Method)}{Text("Where", constraint.Predicate)}{Name(constraint.Name, null)}{Deferral(constraint.Deferral)}";

    /// <summary>What follows the table that a foreign key refers to.</summary>
    internal string Rest(ForeignKey key) =>
        Name(key.Name, Conventional(key.Columns, "foreign")) + Action(key.OnDelete, "Delete") + Action(key.OnUpdate, "Update") + Deferral(key.Deferral) + (key.NotValid ? ".NotValid()" : "");

    internal string Of(TableIndex index)
    {
        var columns = index.Parts.Where(part => part == new IndexPart(part.Expression)).Select(part => part.Expression).ToArray();
        var isPlain = columns.Length == index.Parts.Count;
        return $"{Word(index)}({(isPlain ? CSharpLiteral.List(columns) : "")}){(isPlain ? "" : string.Concat(index.Parts.Select(Part)))}"
            + $"{Name(index.Name, isPlain ? Conventional(columns, Kind(index)) : null)}{Text("Where", index.Predicate)}"
            + $"{(index.Include.Count > 0 ? $".Include({CSharpLiteral.List(index.Include)})" : "")}{Text("Algorithm", index.Method)}{Text("Language", index.Language)}"
            + $"{(index.NullsNotDistinct ? ".NullsNotDistinct()" : "")}{string.Concat(index.Options.Select(option => Text("With", option)))}{Text("Comment", index.Comment)}";
    }

    /// <summary>Whether an index is over one column and says nothing else, so that it can be said of the column.</summary>
    internal bool IsOfColumn(TableIndex index) =>
        index.Parts is [var part] && index == new TableIndex(Conventional([part.Expression], "index"), [new IndexPart(part.Expression)]);

    internal bool IsOfColumn(UniqueConstraint unique) => unique.Columns is [var column] && unique == new UniqueConstraint(Conventional([column], "unique"), [column]);

    private static string Word(TableIndex index) => index.Kind switch
    {
        IndexKind.FullText => "FullText",
        IndexKind.Spatial => "SpatialIndex",
        IndexKind.Vector => "VectorIndex",
        _ => index.IsUnique ? "UniqueIndex" : "Index",
    };

    private static string Kind(TableIndex index) => index.Kind switch
    {
        IndexKind.FullText => "fulltext",
        IndexKind.Spatial => "spatialindex",
        IndexKind.Vector => "vectorindex",
        _ => index.IsUnique ? "unique" : "index",
    };

    private static string Part(IndexPart part)
    {
        var more = $"{(part.Descending ? ".Descending()" : "")}{(part.Nulls is { } nulls ? $".Nulls{nulls}()" : "")}{Text("Collation", part.Collation)}"
            + $"{Text("OperatorClass", part.OperatorClass)}{(part.Length is { } length ? $".Length({length})" : "")}";
        return $".{part.Kind}({CSharpLiteral.Text(part.Expression)}{(more.Length == 0 ? "" : $", part => part{more}")})";
    }

    private static string Action(ReferentialAction action, string when) => action switch
    {
        ReferentialAction.Cascade => $".CascadeOn{when}()",
        ReferentialAction.Restrict => $".RestrictOn{when}()",
        ReferentialAction.SetNull => $".NullOn{when}()",
        ReferentialAction.SetDefault => $".SetDefaultOn{when}()",
        _ => "",
    };

    private static string Deferral(Deferral deferral) => deferral switch
    {
        Schema.Deferral.InitiallyImmediate => ".Deferrable()",
        Schema.Deferral.InitiallyDeferred => ".InitiallyDeferred()",
        _ => "",
    };

    private static string Name(string? name, string? conventional) => name is null || name == conventional ? "" : $".Name({CSharpLiteral.Text(name)})";

    private static string Text(string word, string? text) => text is null ? "" : $".{word}({CSharpLiteral.Text(text)})";

    private string Conventional(IEnumerable<string> columns, string kind) => $"{table.Name}_{string.Join('_', columns)}_{kind}";
}
