using Godwit.Sql;
using Xunit;

namespace Godwit.Specification.Sql;

/// <summary>Scripts with pieces cut out, doubled and thrown in: whatever comes of it, it is an answer.</summary>
internal sealed class DamagedScripts(ScriptSplitter splitter, IReadOnlyList<string> statements, IReadOnlyList<string> disturbances)
{
    private const int Cases = 20_000;

    internal void Check()
    {
        var random = new Random(20260215);
        for (var i = 0; i < Cases; i++)
        {
            var script = Make(random);
            try
            {
                HasExactPositions(script);
                TokensCoverAll(script);
            }
            catch (GodwitException exception)
            {
                Assert.NotNull(exception.Location);
                Assert.InRange(OffsetOf(exception.Location, script), 0, script.Length);
            }
        }
    }

    private string Make(Random random)
    {
        var script = string.Join(";\n", Enumerable.Range(0, random.Next(1, 4)).Select(_ => statements[random.Next(statements.Count)]));
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var start = random.Next(script.Length + 1);
            var length = Math.Min(random.Next(0, 20), script.Length - start);
            script = random.Next(3) switch
            {
                0 => script.Remove(start, length),
                1 => script.Insert(start, script.Substring(start, length)),
                _ => script.Insert(start, disturbances[random.Next(disturbances.Count)]),
            };
        }

        return script;
    }

    private void HasExactPositions(string script)
    {
        var position = 0;
        foreach (var statement in splitter.Split(new SourceText("m.sql", script), 0, script.Length))
        {
            var offset = OffsetOf(statement.Location!, script);
            Assert.InRange(offset, position, script.Length);
            Assert.NotEqual("", statement.Text);
            Assert.Equal(statement.Text, script.Substring(offset, statement.Text.Length));
            Assert.True(Enum.IsDefined(splitter.BehaviorOf(statement)));
            _ = splitter.NeedsCommitBetween(statement, statement);
            position = offset + statement.Text.Length;
        }
    }

    private void TokensCoverAll(string script)
    {
        var source = new SourceText("m.sql", script);
        var position = 0;
        while (position < script.Length)
        {
            var token = splitter.Lexer.Next(source, position);
            Assert.Equal(position, token.Start);
            Assert.InRange(token.End, position + 1, script.Length);
            position = token.End;
        }
    }

    private static int OffsetOf(SourceLocation location, string script)
    {
        var offset = 0;
        for (var line = 1; line < location.Line; line++)
        {
            while (script[offset] is not ('\n' or '\r')) offset++;
            offset += script[offset] == '\r' && offset + 1 < script.Length && script[offset + 1] == '\n' ? 2 : 1;
        }

        return offset + location.Column - 1;
    }
}
