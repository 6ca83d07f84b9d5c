using Xunit;

namespace Godwit.Tests.Migrations;

public sealed class PlaceholdersTest
{
    private static readonly Dictionary<string, string> Values = new() { ["schema"] = "app", ["quoted.name"] = "it''s", ["a-b"] = "1" };

    [Theory]
    [InlineData("SELECT * FROM ${schema}.a;", "SELECT * FROM app.a")]
    [InlineData("SELECT '${schema} ${quoted.name}';", "SELECT 'app it''s'")]
    [InlineData("DO $$ BEGIN SET search_path = ${schema}; END $$;", "DO $$ BEGIN SET search_path = app; END $$")]
    [InlineData("SELECT ${a-b};", "SELECT 1")]
    [InlineData("SELECT '\\${schema}';", "SELECT '${schema}'")]
    [InlineData("SELECT /* ${unknown} */ 1;", "SELECT /* ${unknown} */ 1")]
    [InlineData("SELECT '${', '${}', '$schema', '${not a name}';", "SELECT '${', '${}', '$schema', '${not a name}'")]
    public void A_placeholder_is_replaced_except_in_comments(string text, string statement) =>
        Assert.Equal([statement], Scripts.Texts(Scripts.Read(text, placeholders: Values).Up));

    [Fact]
    public void Without_any_values_nothing_is_a_placeholder() =>
        Assert.Equal(["SELECT '${schema}', '\\${schema}'"], Scripts.Texts(Scripts.Read("SELECT '${schema}', '\\${schema}';").Up));

    [Fact]
    public void An_unknown_placeholder_is_an_error_with_its_place_and_the_nearest_name()
    {
        var error = Scripts.Error("SELECT '${schema}';\nSELECT '${shcema}';", placeholders: Values);
        Assert.Equal(ErrorCode.UnknownPlaceholder, error.Code);
        Assert.Equal("001_x.sql:2:9", error.Location?.ToString());
        Assert.StartsWith("Did you mean ${schema}?", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Statements_after_a_replaced_one_keep_their_place_in_the_file()
    {
        var script = Scripts.Read("-- UP\nSELECT '${schema}', '${schema}'; SELECT 2;\n-- DOWN\n  SELECT 3;", placeholders: Values);
        Assert.Equal("001_x.sql:2:34", script.Up.Statements[1].Location?.ToString());
        Assert.Equal("001_x.sql:4:3", script.Down!.Statements[0].Location?.ToString());
    }
}
