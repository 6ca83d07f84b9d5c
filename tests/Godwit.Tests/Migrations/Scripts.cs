using Godwit.Migrations;
using Godwit.Sql;
using Xunit;

namespace Godwit.Tests.Migrations;

/// <summary>Texts read as migrations.</summary>
internal static class Scripts
{
    public static MigrationScript Read(string text, string driver = "postgresql", Dictionary<string, string>? placeholders = null) =>
        new ScriptParser(Splitters.Of(driver), placeholders ?? []).Parse(new SourceText("001_x.sql", text));

    public static GodwitException Error(string text, string driver = "postgresql", Dictionary<string, string>? placeholders = null) =>
        Assert.Throws<GodwitException>(() => Read(text, driver, placeholders));

    public static string[] Texts(MigrationSection? section) => [.. section!.Statements.Select(statement => statement.Text)];
}
