using Godwit.Schema;

namespace Godwit;

/// <summary>A column or an expression of an index.</summary>
public sealed class IndexPartBuilder
{
    private readonly AuthorCall call;

    internal IndexPartBuilder(AuthorCall call, IndexPart part)
    {
        this.call = call;
        Part = part;
    }

    internal IndexPart Part { get; private set; }

    /// <summary>From large to small: <c>DESC</c>.</summary>
    public IndexPartBuilder Descending() => Set(Part with { Descending = true });

    /// <summary>NULLs before all other values: <c>NULLS FIRST</c> (PostgreSQL).</summary>
    public IndexPartBuilder NullsFirst() => Set(Part with { Nulls = NullsOrder.First });

    /// <summary>NULLs after all other values: <c>NULLS LAST</c> (PostgreSQL).</summary>
    public IndexPartBuilder NullsLast() => Set(Part with { Nulls = NullsOrder.Last });

    /// <summary>How its texts compare: <c>COLLATE …</c> (SQLite, PostgreSQL). Default: the column's way.</summary>
    /// <param name="collation">The collation in the database's own name.</param>
    public IndexPartBuilder Collation(string collation) => Set(Part with { Collation = call.Require(collation, "The collation of an index") });

    /// <summary>The operator class: <c>text_pattern_ops</c>, <c>jsonb_path_ops</c> … (PostgreSQL). Default: the type's usual one.</summary>
    /// <param name="name">The operator class.</param>
    public IndexPartBuilder OperatorClass(string name) => Set(Part with { OperatorClass = call.Require(name, "The operator class of an index") });

    /// <summary>How many characters of the column count: <c>title(20)</c> (MySQL, MariaDB). Default: all.</summary>
    /// <param name="characters">The number of characters, at least 1.</param>
    public IndexPartBuilder Length(int characters) =>
        Set(characters >= 1 ? Part with { Length = characters } : throw call.Error($"An index counts {characters} characters of {Part.Expression}.", "Let it count at least 1."));

    private IndexPartBuilder Set(IndexPart part)
    {
        call.RequireOpen();
        Part = part;
        return this;
    }
}
