using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>A place that speaks of a variable of the script, <c>@name</c>, or a setting of the server, <c>@@name</c>.</summary>
/// <param name="Name">Its name as it is written, without quotes.</param>
/// <param name="IsSetting">Whether it is a setting.</param>
/// <param name="IsFilled">Whether the statement gives it its value: <c>SELECT … INTO @a, @b</c>, <c>@a := …</c>, what a procedure gives back.</param>
internal readonly record struct VariableMention(string Name, bool IsSetting, bool IsFilled)
{
    internal static IEnumerable<VariableMention> In(SqlLexer lexer, SqlStatement statement)
    {
        if (!statement.Text.Contains('@', StringComparison.Ordinal)) yield break;
        var reader = new TokenReader(lexer, statement);
        var isCall = reader.Is("CALL");
        for (var isList = false; !reader.AtEnd;)
        {
            if (reader.Accept("INTO")) isList = true;
            else if (Read(reader, isCall || isList) is { } mention) yield return mention;
            else
            {
                isList = isList && reader.Is(',');
                reader.Advance();
            }
        }
    }

    /// <summary>Goes past a variable or a setting, if it stands on one.</summary>
    internal static VariableMention? Read(TokenReader reader, bool isFilled = false)
    {
        if (!reader.Accept('@')) return null;
        var isSetting = reader.Accept('@');
        // @@session.name
        while (isSetting && (reader.Accept("SESSION") || reader.Accept("LOCAL") || reader.Accept("GLOBAL") || reader.Accept('.')))
        {
            // up to the name
        }

        var name = reader.Text.Trim("`'\"").ToString();
        reader.Advance();
        return new VariableMention(name, isSetting, !isSetting && (isFilled || reader.Is(':') || (reader.Current.Kind is TokenKind.Other && reader.Text.StartsWith(":="))));
    }
}
