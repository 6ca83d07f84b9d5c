namespace Godwit.Schema;

/// <summary>An index of a table, or of a materialised view.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parts">What it is over, in order.</param>
public sealed record TableIndex(string Name, ValueList<IndexPart> Parts)
{
    /// <summary>What it is for.</summary>
    public IndexKind Kind { get; init; }

    /// <summary>Whether no two rows may share its values.</summary>
    public bool IsUnique { get; init; }

    /// <summary>The rows it holds; null is all (PostgreSQL, SQLite).</summary>
    public string? Predicate { get; init; }

    /// <summary>Columns it carries without their counting (PostgreSQL: INCLUDE).</summary>
    public ValueList<string> Include { get; init; } = [];

    /// <summary>The index method: <c>btree</c>, <c>hash</c>, <c>gin</c> …; null is the database's usual one.</summary>
    public string? Method { get; init; }

    /// <summary>Whether two NULLs count as the same (PostgreSQL 15).</summary>
    public bool NullsNotDistinct { get; init; }

    /// <summary>The language of a full-text index (PostgreSQL); null is english.</summary>
    public string? Language { get; init; }

    /// <summary>The storage parameters, as <c>fillfactor = 70</c> (PostgreSQL: WITH).</summary>
    public ValueList<string> Options { get; init; } = [];

    /// <summary>What a person should know about it.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether the database keeps it but has not finished it, or does not use it.</summary>
    public bool IsInvalid { get; init; }

    /// <summary>
    /// The statement that makes it in the database's own words, when it was read from a catalog and the other properties cannot
    /// say all of it; null otherwise.
    /// </summary>
    public string? Definition { get; init; }

    /// <summary>Whether it is over whole columns, from small to large, and nothing more is to be said of it than its rows and its method.</summary>
    public bool IsPlain =>
        this is { Kind: IndexKind.Ordinary, NullsNotDistinct: false, Include.Count: 0, Options.Count: 0, Language: null }
        && Parts.All(part => part == new IndexPart(part.Expression));
}

/// <summary>A column or an expression of an index.</summary>
/// <param name="Expression">The column's name, or the expression without the parentheses round it.</param>
/// <param name="Kind">Which of the two.</param>
public sealed record IndexPart(string Expression, IndexPartKind Kind = IndexPartKind.Column)
{
    /// <summary>Whether it runs from large to small.</summary>
    public bool Descending { get; init; }

    /// <summary>Where NULLs stand; null is the database's usual place (PostgreSQL).</summary>
    public NullsOrder? Nulls { get; init; }

    /// <summary>How its texts compare; null is the column's way.</summary>
    public string? Collation { get; init; }

    /// <summary>The operator class (PostgreSQL); null is the type's usual one.</summary>
    public string? OperatorClass { get; init; }

    /// <summary>How many characters of the column count (MySQL, MariaDB); null is all.</summary>
    public int? Length { get; init; }
}

/// <summary>What a part of an index is.</summary>
public enum IndexPartKind
{
    /// <summary>A column.</summary>
    Column,

    /// <summary>An expression.</summary>
    Expression,
}

/// <summary>Where NULLs stand in an index.</summary>
public enum NullsOrder
{
    /// <summary>Before all other values.</summary>
    First,

    /// <summary>After all other values.</summary>
    Last,
}

/// <summary>What an index is for.</summary>
public enum IndexKind
{
    /// <summary>For finding and sorting rows by value.</summary>
    Ordinary,

    /// <summary>For finding words in texts.</summary>
    FullText,

    /// <summary>For finding shapes by their place.</summary>
    Spatial,

    /// <summary>For finding vectors by their likeness.</summary>
    Vector,
}
