using System.Collections.Immutable;
using Godwit.Configuration;
using Godwit.Migrations;
using Godwit.MySql;
using Godwit.PostgreSql;
using Godwit.Sql;
using Godwit.Sqlite;

namespace Godwit.Tests.Fuzzing;

/// <summary>Something that reads texts which people wrote, and must bear any text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Read">
/// Reads a text. It may refuse it with a <see cref="GodwitException"/> that points into the text, and checks itself what it read.
/// </param>
internal sealed record FuzzTarget(string Name, Action<string> Read)
{
    private const string File = "1_a.sql";

    private static readonly RevisionResolver Revisions = new(((string[])["1_a", "2_b", "20260101120000_create_users", "R__views", "3-c", "10_a+1"]).Select(id => new MigrationId(id)));

    private static readonly ImmutableDictionary<string, string> Values = ImmutableDictionary<string, string>.Empty.Add("a", "x").Add("schema", "'; --");

    /// <summary>All there are.</summary>
    internal static ImmutableArray<FuzzTarget> All { get; } =
    [
        new("sqlite", text => Script(new SqliteScriptSplitter(), text)),
        new("postgresql", text => Script(new PostgreSqlScriptSplitter(), text)),
        new("postgresql with backslashes", text => Script(new PostgreSqlScriptSplitter(StringConformance.BackslashEscapes), text)),
        new("mysql", text => Script(new MySqlScriptSplitter(), text)),
        new("mysql with other modes", text => Script(new MySqlScriptSplitter(new SqlModes { DoubleQuotes = DoubleQuotes.Identifier, Backslash = Backslash.IsPlain }), text)),
        new("revision", text => Revisions.Resolve(text)),
        new("file name", text => MigrationFileName.Parse(text + MigrationFileName.SqlExtension)),
        new("version", text => _ = MigrationVersion.At(text).Text),
        new("duration", text => Duration.Parse(text)),
        new("settings", text => ProjectConfigReader.Read(new TextFile(File, text), new ProjectConfig("/project"))),
        new("environment file", text => DotEnvParser.Parse(new TextFile(File, text), _ => null)),
        new("url", text => ConnectionUrl.Parse(new ConfiguredText(text, "url", "a test"))),
    ];

    private static void Script(ScriptSplitter splitter, string text)
    {
        var source = new SourceText(File, text);
        CheckTokens(splitter.Lexer, source);
        foreach (var statement in splitter.Split(source, 0, source.Text.Length))
        {
            if (statement.Text.Length == 0) throw new FuzzException("an empty statement");
            CheckPlace(source.Text, statement.Location!);
            _ = splitter.BehaviorOf(statement);
            _ = splitter.SetsSession(statement);
        }

        new ScriptParser(splitter, Values).Parse(source);
    }

    private static void CheckTokens(SqlLexer lexer, SourceText source)
    {
        for (var offset = 0; offset < source.Text.Length;)
        {
            var token = lexer.Next(source, offset);
            if (token.Start < offset || token.End <= offset || token.End > source.Text.Length) throw new FuzzException($"{token} at {offset}");
            offset = token.End;
        }
    }

    /// <summary>A place must be inside the text, or just behind it. A settings file's lines end with LF, a script's also with CR alone.</summary>
    internal static void CheckPlace(string text, SourceLocation place)
    {
        if (IsInside(text.Split('\n'), place) || IsInside(text.Split(["\r\n", "\r", "\n"], StringSplitOptions.None), place)) return;
        throw new FuzzException($"{place} is not inside the text");
    }

    private static bool IsInside(string[] lines, SourceLocation place) =>
        place.Line >= 1 && place.Line <= lines.Length && place.Column >= 1 && place.Column <= lines[place.Line - 1].Length + 1;
}

/// <summary>What was read is not what the text holds.</summary>
internal sealed class FuzzException(string message) : Exception(message);
