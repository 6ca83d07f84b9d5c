using System.Collections.Immutable;
using Godwit.Sql;

namespace Godwit.Sqlite;

/// <summary>A column in the text of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, which may be empty.</param>
/// <param name="Clauses">Its constraints.</param>
/// <param name="Span">All of it.</param>
internal sealed record ColumnText(NameText Name, TextSpan Type, ImmutableArray<ClauseText> Clauses, TextSpan Span)
{
    internal T? Clause<T>()
        where T : ClauseText => Clauses.OfType<T>().FirstOrDefault();

    internal static ColumnText Read(DefinitionReader reader, ClauseReader clauses)
    {
        var name = reader.Name();
        var type = new TextSpan(name.Span.End, name.Span.End);
        if (reader.Kind is TokenKind.Word or TokenKind.QuotedIdentifier or TokenKind.String && !clauses.AtColumnClause) type = ReadType(reader, clauses);
        var read = clauses.OfColumn();
        return new ColumnText(name, type, read, new TextSpan(name.Span.Start, reader.PassedEnd));
    }

    private static TextSpan ReadType(DefinitionReader reader, ClauseReader clauses)
    {
        var start = reader.Position;
        while (reader.Kind is TokenKind.Word or TokenKind.QuotedIdentifier or TokenKind.String && !clauses.AtColumnClause) reader.Advance();
        if (reader.Kind is TokenKind.OpenParenthesis) reader.Parenthesised();
        return new TextSpan(start, reader.PassedEnd);
    }
}
