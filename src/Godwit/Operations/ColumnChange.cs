using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>The attributes of a column that change. One that is null is not mentioned, and stays as it is.</summary>
/// <param name="Column">The column's name.</param>
public sealed record ColumnChange(string Column)
{
    /// <summary>What it holds.</summary>
    public ColumnType? Type { get; init; }

    /// <summary>Whether it may be NULL.</summary>
    public bool? IsNullable { get; init; }

    /// <summary>The value of rows that do not state one.</summary>
    public Mention<DefaultValue?>? Default { get; init; }

    /// <summary>How it numbers its rows by itself.</summary>
    public Mention<Identity?>? Identity { get; init; }

    /// <summary>The expression it is computed from.</summary>
    public Mention<GeneratedExpression?>? Generated { get; init; }

    /// <summary>How its texts compare.</summary>
    public Mention<string?>? Collation { get; init; }

    /// <summary>Its character set.</summary>
    public Mention<string?>? Charset { get; init; }

    /// <summary>What a person should know about it.</summary>
    public Mention<string?>? Comment { get; init; }

    /// <summary>Whether <c>SELECT *</c> leaves it out.</summary>
    public bool? IsInvisible { get; init; }

    /// <summary>The expression that every update of the row sets it to.</summary>
    public Mention<string?>? OnUpdate { get; init; }

    /// <summary>The column with the changes made, and all else as it was.</summary>
    public Column ApplyTo(Column column) => column with
    {
        Type = Type ?? column.Type,
        IsNullable = IsNullable ?? column.IsNullable,
        Default = Default is null ? column.Default : Default.Value,
        Identity = Identity is null ? column.Identity : Identity.Value,
        Generated = Generated is null ? column.Generated : Generated.Value,
        Collation = Collation is null ? column.Collation : Collation.Value,
        Charset = Charset is null ? column.Charset : Charset.Value,
        Comment = Comment is null ? column.Comment : Comment.Value,
        IsInvisible = IsInvisible ?? column.IsInvisible,
        OnUpdate = OnUpdate is null ? column.OnUpdate : OnUpdate.Value,
    };

    /// <summary>The change that leads back to the column as it was.</summary>
    public ColumnChange Back(Column old) => new(Column)
    {
        Type = Type is null ? null : old.Type,
        IsNullable = IsNullable is null ? null : old.IsNullable,
        Default = Default is null ? null : new Mention<DefaultValue?>(old.Default),
        Identity = Identity is null ? null : new Mention<Identity?>(old.Identity),
        Generated = Generated is null ? null : new Mention<GeneratedExpression?>(old.Generated),
        Collation = Collation is null ? null : new Mention<string?>(old.Collation),
        Charset = Charset is null ? null : new Mention<string?>(old.Charset),
        Comment = Comment is null ? null : new Mention<string?>(old.Comment),
        IsInvisible = IsInvisible is null ? null : old.IsInvisible,
        OnUpdate = OnUpdate is null ? null : new Mention<string?>(old.OnUpdate),
    };
}

/// <summary>That an attribute is mentioned, be it to take it away.</summary>
/// <param name="Value">What it becomes; null takes it away.</param>
public sealed record Mention<T>(T Value);
