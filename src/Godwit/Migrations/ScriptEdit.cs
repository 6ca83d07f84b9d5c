using Godwit.Sql;

namespace Godwit.Migrations;

/// <summary>Whether an edit of a migration changes what applying it does.</summary>
public static class ScriptEdit
{
    /// <summary>
    /// The first statement that says something else than before; null where both say the same, token by token, so that only comments, blanks
    /// or the down were changed.
    /// </summary>
    /// <param name="before">The migration as it was.</param>
    /// <param name="after">The migration as it is.</param>
    /// <param name="splitter">The rules of the database.</param>
    public static SqlStatement? FindChange(MigrationScript before, MigrationScript after, ScriptSplitter splitter)
    {
        var (old, now) = (before.Up.Statements, after.Up.Statements);
        for (var i = 0; i < now.Length; i++)
        {
            if (i >= old.Length || !Tokens(old[i], splitter.Lexer).SequenceEqual(Tokens(now[i], splitter.Lexer))) return now[i];
        }

        if (now.Length < old.Length) return old[now.Length];
        return before.Up.Transaction == after.Up.Transaction ? null : now.FirstOrDefault();
    }

    private static IEnumerable<string> Tokens(SqlStatement statement, SqlLexer lexer)
    {
        var source = new SourceText("", statement.Text);
        for (var token = lexer.Next(source, 0); token.Kind is not TokenKind.End; token = lexer.Next(source, token.End))
        {
            if (!lexer.IsBlank(source, token)) yield return statement.Text.Substring(token.Start, token.Length);
        }
    }
}
