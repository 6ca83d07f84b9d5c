using System.Text.Json;
using Godwit.Configuration;
using Xunit;

namespace Godwit.Tests.Configuration;

public sealed class SettingsSchemaTest
{
    private static readonly JsonElement Schema = ReadSchema();

    [Fact]
    public void The_schema_and_the_reader_know_the_same_keys()
    {
        Assert.Equal(ProjectConfigReader.Keys.Order(), Properties(Schema));
        Assert.Equal(ProjectConfigReader.ModelKeys.Order(), Properties(Definition("modelAssembly")));
        Assert.Equal(ConnectionDefinition.Keys.Order(), Properties(Definition("connection")));
        Assert.Equal(EnvironmentReader.Keys.Order(), Properties(Definition("environment")));
    }

    // A number in a list is wrong for every key, so each one that is read complains about its value and not about its key.
    [Fact]
    public void Each_key_of_the_schema_is_read()
    {
        foreach (var key in Properties(Schema).Where(key => key != "$schema")) AssertRead($$"""{ "{{key}}": [1] }""");
        foreach (var key in Properties(Definition("modelAssembly"))) AssertRead($$"""{ "models": { "{{key}}": [1] } }""");
        foreach (var key in Properties(Definition("connection"))) AssertRead($$"""{ "connections": { "a": { "{{key}}": [1] } } }""");
        foreach (var key in Properties(Definition("environment"))) AssertRead($$"""{ "environments": { "a": { "{{key}}": [1] } } }""");
    }

    [Fact]
    public void The_schema_allows_no_other_keys()
    {
        JsonElement[] groups = [Schema, Definition("modelAssembly"), Definition("connection"), Definition("environment")];

        Assert.All(groups, group => Assert.False(group.GetProperty("additionalProperties").GetBoolean()));
    }

    [Fact]
    public void The_schema_names_the_same_words_and_defaults_as_the_reader()
    {
        var drivers = Definition("connection").GetProperty("properties").GetProperty("driver").GetProperty("anyOf")[0].GetProperty("enum");

        Assert.All(drivers.EnumerateArray(), driver => Assert.NotNull(DriverName.Find(driver.GetString()!)));
        Assert.Equal(Enum.GetNames<MigrationNaming>().Select(Lower), Words("naming"));
        Assert.Equal(Enum.GetNames<MigrationFormat>().Select(Lower), Words("format"));
        Assert.Equal(Enum.GetNames<OutOfOrder>().Select(Lower), Definition("outOfOrder").GetProperty("enum").EnumerateArray().Select(Text));
        Assert.Equal(new ProjectConfig("/").Table, Property("table").GetProperty("default").GetString());
    }

    private static void AssertRead(string json)
    {
        var file = new TextFile("godwit.json", json);
        var error = Assert.Throws<GodwitException>(() => ProjectConfigReader.Read(file, new ProjectConfig("/")));
        Assert.Equal(ErrorCode.InvalidValue, error.Code);
    }

    private static JsonElement Definition(string name) => Schema.GetProperty("definitions").GetProperty(name);

    private static IEnumerable<string> Properties(JsonElement group) =>
        group.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order();

    private static IEnumerable<string> Words(string key) =>
        Property(key).GetProperty("enum").EnumerateArray().Select(Text);

    private static JsonElement Property(string key) => Schema.GetProperty("properties").GetProperty(key);

    private static string Text(JsonElement element) => element.GetString()!;

    private static string Lower(string name) => name.ToLowerInvariant();

    private static JsonElement ReadSchema()
    {
        using var stream = typeof(ProjectConfig).Assembly.GetManifestResourceStream("godwit.schema.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
