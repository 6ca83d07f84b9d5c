using System.Globalization;
using System.Text;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>Some statements of a list, sent as one text.</summary>
internal sealed class MySqlMessage(IReadOnlyList<SqlStatement> statements, int first, int end)
{
    /// <summary>Asks which of the statements was run last, counted from 0.</summary>
    internal const string Reached = "SELECT @godwit_reached";

    internal int First => first;

    internal int Last => end - 1;

    internal bool IsSingle => end - first == 1;

    /// <summary>
    /// The statements, with a note before each that it is begun. To begin and to commit is not noted: nothing refuses them, and
    /// each note is one more statement for the server to run.
    /// </summary>
    internal string Text
    {
        get
        {
            if (IsSingle) return statements[first].Text;
            var text = new StringBuilder();
            var noted = -1;
            for (var i = first; i < end; i++)
            {
                var reached = CanBeRefused(i) ? i : noted < 0 ? i + 1 : noted;
                if (reached != noted) text.Append(CultureInfo.InvariantCulture, $"SET @godwit_reached = {reached - first};\n");
                noted = reached;
                text.Append(statements[i].Text).Append(";\n");
            }

            return text.ToString(0, text.Length - 2);
        }
    }

    internal string TextOf(int index) => statements[index].Text;

    private bool CanBeRefused(int index) => statements[index].Text != MySqlDialect.Instance.Traits.Begin && statements[index].Text != "COMMIT";
}
