using System.Collections.Immutable;
using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>
/// A constraint in the text of a table: one of a column, or one of the table. Where it stands includes the name given to it.
/// </summary>
internal abstract record ClauseText(TextSpan Span, string? Name)
{
    /// <summary>What is done with a row that breaks it, as <c>REPLACE</c>; null where ON CONFLICT is not said.</summary>
    internal string? Resolution { get; init; }

    /// <summary>PRIMARY KEY. <paramref name="Columns"/> is empty in a column.</summary>
    internal sealed record PrimaryKey(TextSpan Span, string? Name, ImmutableArray<NameText> Columns) : ClauseText(Span, Name)
    {
        internal TextSpan? AutoIncrement { get; init; }

        /// <summary>Whether DESC is written in the column, which keeps an integer from being the rowid (SQLite, "ROWIDs and the INTEGER PRIMARY KEY").</summary>
        internal bool IsDescending { get; init; }
    }

    /// <summary>NOT NULL.</summary>
    internal sealed record NotNull(TextSpan Span, string? Name) : ClauseText(Span, Name);

    /// <summary>NULL, which SQLite accepts and ignores.</summary>
    internal sealed record Null(TextSpan Span, string? Name) : ClauseText(Span, Name);

    /// <summary>UNIQUE. <paramref name="Columns"/> is empty in a column.</summary>
    internal sealed record Unique(TextSpan Span, string? Name, ImmutableArray<NameText> Columns) : ClauseText(Span, Name);

    /// <summary>CHECK.</summary>
    internal sealed record Check(TextSpan Span, string? Name, TextSpan Predicate) : ClauseText(Span, Name);

    /// <summary>DEFAULT.</summary>
    internal sealed record Default(TextSpan Span, string? Name, TextSpan Value) : ClauseText(Span, Name);

    /// <summary>COLLATE.</summary>
    internal sealed record Collation(TextSpan Span, string? Name, NameText Sequence) : ClauseText(Span, Name);

    /// <summary>GENERATED ALWAYS AS.</summary>
    internal sealed record Generated(TextSpan Span, string? Name, TextSpan Expression, GeneratedStorage Storage) : ClauseText(Span, Name);

    /// <summary>REFERENCES. <paramref name="Columns"/> is empty in a column.</summary>
    internal sealed record References(TextSpan Span, string? Name, ImmutableArray<NameText> Columns, NameText Table, ImmutableArray<NameText> Keys)
        : ClauseText(Span, Name)
    {
        internal ReferentialAction OnDelete { get; init; }

        internal ReferentialAction OnUpdate { get; init; }

        internal Deferral Deferral { get; init; }
    }
}
