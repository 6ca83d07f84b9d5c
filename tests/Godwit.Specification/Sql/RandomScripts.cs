using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Godwit.Sql;
using Xunit;

namespace Godwit.Specification.Sql;

/// <summary>Scripts made of known statements with anything between them that separates.</summary>
internal sealed class RandomScripts(ScriptSplitter splitter, IReadOnlyList<string> statements)
{
    private static readonly string[] Blanks =
        ["", " ", "\n", "\r\n", "\t", "\r\n\r\n  ", "-- it's; a \"comment\"\n", "-- c\r\n", "/* ; ' */", "/* two\nlines; */", "\n--\n"];

    private static readonly string[] Separators = [";", "\n;", " ;;", "; -- c\n;", ";\r\n", "-- ;\n;", "/* ; */;\n"];

    internal void Check()
    {
        var piece = from before in Gen.Elements(Blanks)
                    from statement in Gen.Elements<string>(statements)
                    from after in Gen.Elements(Blanks)
                    from separator in Gen.Elements(Separators)
                    select new Piece(before, statement, "\n" + after, separator);
        var scripts = from pieces in Gen.ListOf(piece)
                      from last in Gen.Elements(0, 1)
                      select new Script(pieces.ToArray(), last == 0 ? 1 : 0);
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(scripts.ToArbitrary(), ComesApart));
    }

    private void ComesApart(Script script)
    {
        var (text, expected) = script.Write();
        var found = splitter.Split(new SourceText("m.sql", text), 0, text.Length);
        Assert.Equal(expected, found.Select(statement => (statement.Text, statement.Location!.Line, statement.Location.Column)));
    }

    private sealed record Piece(string Before, string Statement, string After, string Separator);

    private sealed record Script(Piece[] Pieces, int SeparatorsMissing)
    {
        public override string ToString() => Write().Text;

        internal (string Text, List<(string Text, int Line, int Column)> Expected) Write()
        {
            var builder = new StringBuilder();
            var offsets = new List<int>();
            for (var i = 0; i < Pieces.Length; i++)
            {
                var piece = Pieces[i];
                offsets.Add(builder.Append(piece.Before).Length);
                builder.Append(piece.Statement).Append(piece.After);
                if (i < Pieces.Length - SeparatorsMissing) builder.Append(piece.Separator);
            }

            var text = builder.ToString();
            return (text, [.. offsets.Select((offset, i) => (Pieces[i].Statement, LineAt(text, offset), ColumnAt(text, offset)))]);
        }

        private static int LineAt(string text, int offset) => text.AsSpan(0, offset).Count('\n') + 1;

        private static int ColumnAt(string text, int offset) => offset - text.AsSpan(0, offset).LastIndexOf('\n');
    }
}
