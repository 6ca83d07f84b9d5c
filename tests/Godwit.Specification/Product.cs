using Godwit.Dialects;

namespace Godwit.Specification;

/// <summary>A database product under test: where a fresh database of it comes from, and the few SQL texts in which products differ.</summary>
public abstract class Product
{
    /// <summary>Godwit's dialect for it.</summary>
    public abstract Dialect Dialect { get; }

    /// <summary>
    /// A query for all that a database holds, one text a row: <c>table posts</c>, <c>column posts.id integer</c>, <c>view v</c> …
    /// Two databases with the same rows have the same schema.
    /// </summary>
    public abstract string CatalogQuery { get; }

    /// <summary>A statement that takes half a minute unless somebody ends it, and then fails.</summary>
    public abstract string LongStatement { get; }

    /// <summary>The function that counts the characters of a text.</summary>
    public virtual string LengthInCharacters => "char_length";

    /// <summary>Whether a migration with DDL is one transaction, so that a failure leaves nothing of it.</summary>
    public bool FailsWhole => Dialect.Traits.DdlTransactions is DdlTransactions.Full;

    /// <summary>
    /// A migration that makes one of each kind of thing a schema can hold: tables whose foreign keys form a circle, views on views,
    /// triggers, routines, sequences, types …
    /// </summary>
    public abstract string OneOfEach { get; }

    /// <summary>Creates a database of one test's own.</summary>
    public abstract Task<FreshDatabase> CreateDatabaseAsync();
}
