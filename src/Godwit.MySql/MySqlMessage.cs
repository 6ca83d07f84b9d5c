using System.Globalization;
using System.Text;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>Some statements of a list, sent as one text.</summary>
internal sealed class MySqlMessage(IReadOnlyList<SqlStatement> statements, int first, int end)
{
    /// <summary>Asks how many of the statements are done.</summary>
    internal const string Reached = "SELECT @godwit_reached";

    internal int First => first;

    internal int Last => end - 1;

    internal bool IsSingle => end - first == 1;

    /// <summary>The statements with a note after each but the last that it is done.</summary>
    internal string Text
    {
        get
        {
            if (IsSingle) return statements[first].Text;
            var text = new StringBuilder("SET @godwit_reached = 0");
            for (var i = first; i < end; i++)
            {
                text.Append(";\n").Append(statements[i].Text);
                if (i < Last) text.Append(CultureInfo.InvariantCulture, $";\nSET @godwit_reached = {i - first + 1}");
            }

            return text.ToString();
        }
    }

    internal string TextOf(int index) => statements[index].Text;
}
