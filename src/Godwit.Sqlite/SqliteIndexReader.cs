using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.Sqlite;

/// <summary>What the text of an index says of it (parse.y: create index).</summary>
internal static class SqliteIndexReader
{
    /// <summary>The index that a text makes, and the table it is of.</summary>
    internal static (string Table, TableIndex Index) Read(string sql)
    {
        var reader = new DefinitionReader(sql);
        var (name, table, unique) = Heading(reader);
        reader.Expect(TokenKind.OpenParenthesis);
        var parts = new List<IndexPart>();
        do parts.Add(Part(reader));
        while (reader.Accept(','));
        reader.Expect(TokenKind.CloseParenthesis);
        var predicate = reader.Accept("WHERE") ? sql[reader.Position..].Trim() : null;
        return (table, new TableIndex(name, parts.ToValueList()) { IsUnique = unique, Predicate = predicate, Definition = sql });
    }

    /// <summary>Where the parenthesis stands after which it says what the index is over.</summary>
    internal static int StartOfParts(string sql)
    {
        var reader = new DefinitionReader(sql);
        Heading(reader);
        return reader.Position;
    }

    private static (string Name, string Table, bool IsUnique) Heading(DefinitionReader reader)
    {
        reader.Expect("CREATE");
        var unique = reader.Accept("UNIQUE");
        reader.Expect("INDEX");
        reader.Accept("IF", "NOT", "EXISTS");
        var name = reader.Name();
        if (reader.Accept('.')) name = reader.Name();
        reader.Expect("ON");
        return (name.Value, reader.Name().Value, unique);
    }

    // A part is an expression with COLLATE and a direction behind it: they are found from the end, as both words can stand
    // inside of an expression too.
    private static IndexPart Part(DefinitionReader reader)
    {
        var pieces = Pieces(reader);
        var descending = Take(pieces, reader.Sql, "DESC");
        if (!descending) Take(pieces, reader.Sql, "ASC");
        string? collation = null;
        if (pieces is [_, .., var word, var sequence] && Is(word, reader.Sql, "COLLATE"))
        {
            collation = DefinitionReader.Unquoted(sequence.In(reader.Sql));
            pieces.RemoveRange(pieces.Count - 2, 2);
        }

        var text = reader.Sql[pieces[0].Start..pieces[^1].End];
        var part = pieces.Count == 1 && text[0] != '(' ? new IndexPart(DefinitionReader.Unquoted(text)) : new IndexPart(SqliteExpression.Bare(text), IndexPartKind.Expression);
        return part with { Descending = descending, Collation = collation };
    }

    private static List<TextSpan> Pieces(DefinitionReader reader)
    {
        var pieces = new List<TextSpan>();
        while (!reader.AtEnd && !reader.IsComma && reader.Kind is not TokenKind.CloseParenthesis)
        {
            var start = reader.Position;
            if (reader.Kind is TokenKind.OpenParenthesis) reader.Parenthesised();
            else reader.Advance();
            pieces.Add(new TextSpan(start, reader.PassedEnd));
        }

        return pieces;
    }

    private static bool Take(List<TextSpan> pieces, string sql, string word)
    {
        if (pieces.Count < 2 || !Is(pieces[^1], sql, word)) return false;
        pieces.RemoveAt(pieces.Count - 1);
        return true;
    }

    private static bool Is(TextSpan piece, string sql, string word) => piece.In(sql).Equals(word, StringComparison.OrdinalIgnoreCase);
}
