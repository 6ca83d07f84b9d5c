using Godwit.Configuration;
using Xunit;

namespace Godwit.Tests.Configuration;

/// <summary>What godwit.json may say, the name of the history table among it (parity D3), and what it may not.</summary>
public sealed class ProjectConfigTest : IDisposable
{
    private readonly TemporaryProject project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public void Everything_has_a_default()
    {
        var config = project.Load();

        Assert.Equal<string>([Path.Combine(project.Root, "database", "migrations")], config.MigrationDirectories);
        Assert.Equal("migrations", config.Table);
        Assert.Equal(MigrationNaming.Timestamp, config.Naming);
        Assert.Null(config.Format);
        Assert.Null(config.OutOfOrder);
        Assert.Equal(["models", "app/Models", "Models"], config.Models.Folders.Select(config.Shown));
        Assert.Empty(config.References);
        Assert.Null(config.Connection);
        Assert.Empty(config.Connections);
        Assert.Empty(config.Environments);
        Assert.Empty(config.Placeholders);
        Assert.Equal(TimeSpan.FromSeconds(60), config.LockTimeout);
    }

    [Fact]
    public void Every_key_is_read()
    {
        var config = project.LoadSettings(
            """
            {
              "$schema": "https://example.org/godwit.schema.json",
              "migrations": ["db/a", "/db/b"],      // two folders
              "table": "schema_history",
              "naming": "sequence",
              "format": "sql",
              "outOfOrder": "allow",
              "models": ["src/Entities"],
              "references": ["bin/Shop.dll"],
              "connection": "shop",
              "connections": { "main": "sqlite:a.db", "shop": { "driver": "postgresql", "database": "shop" } },
              "environments": {
                "PROD": { "connection": "main", "outOfOrder": "refuse", "placeholders": { "owner": "dba" } },
                "qa": { "kind": "staging" },
              },
              "placeholders": { "owner": "app", "shards": 4 },
              "lockTimeout": "90s",
            }
            """);

        Assert.Equal<string>([Path.Combine(project.Root, "db/a"), "/db/b"], config.MigrationDirectories);
        Assert.Equal("schema_history", config.Table);
        Assert.Equal(MigrationNaming.Sequence, config.Naming);
        Assert.Equal(MigrationFormat.Sql, config.Format);
        Assert.Equal(OutOfOrder.Allow, config.OutOfOrder);
        Assert.Equal<string>([Path.Combine(project.Root, "src/Entities")], config.Models.Folders);
        Assert.Equal<string>([Path.Combine(project.Root, "bin/Shop.dll")], config.References);
        Assert.Equal("shop", config.Connection);
        Assert.Equal(["main", "shop"], config.Connections.Keys.Order());
        Assert.Equal("main", config.Environments["production"].Connection);
        Assert.Equal(EnvironmentKind.Staging, config.Environments["qa"].Kind);
        Assert.Equal("4", config.Placeholders["shards"]);
        Assert.Equal(TimeSpan.FromSeconds(90), config.LockTimeout);
    }

    [Fact]
    public void Models_may_come_from_an_assembly()
    {
        var models = project.LoadSettings("""{ "models": { "assembly": "bin/Shop.dll", "context": "Shop.ShopContext" } }""").Models;

        Assert.Empty(models.Folders);
        Assert.Equal(Path.Combine(project.Root, "bin/Shop.dll"), models.Assembly);
        Assert.Equal("Shop.ShopContext", models.Context);
    }

    [Theory]
    [InlineData("{\n  ¦\"migratons\": []\n}", "migratons", "Did you mean \"migrations\"?")]
    [InlineData("{ ¦\"outoforder\": 1 }", "outoforder", "Did you mean \"outOfOrder\"?")]
    [InlineData("{ ¦\"colour\": 1 }", "colour", "lockTimeout")]
    [InlineData("{ \"connections\": { \"a\": { ¦\"drivr\": 1 } } }", "connections.a.drivr", "Did you mean \"driver\"?")]
    [InlineData("{ \"connections\": { \"a\": { ¦\"xyz\": 1 } } }", "connections.a.xyz", "passwordFile")]
    [InlineData("{ \"environments\": { \"dev\": { ¦\"tabel\": 1 } } }", "environments.dev.tabel", "placeholders")]
    [InlineData("{ \"models\": { ¦\"asembly\": \"\" } }", "models.asembly", "Did you mean \"assembly\"?")]
    public void An_unknown_key_is_shown_with_its_place_and_the_nearest_known_one(string marked, string key, string remedy)
    {
        var (json, place) = Unmark(marked);
        var error = project.RefuseSettings(json);

        Assert.Equal(ErrorCode.UnknownKey, error.Code);
        Assert.Equal($"godwit.json:{place}", error.Location!.ToString());
        Assert.Contains($"\"{key}\"", error.Message);
        Assert.Contains(remedy, error.Remedy);
    }

    [Theory]
    [InlineData("¦[]", "group", "{ \"table\": \"migrations\" }")]
    [InlineData("{ \"migrations\": ¦\"db\" }", "list of texts", "[\"database/migrations\"]")]
    [InlineData("{ \"migrations\": ¦[] }", "at least one", "[\"database/migrations\"]")]
    [InlineData("{ \"migrations\": [\n ¦1] }", "migrations[0]", "[\"database/migrations\"]")]
    [InlineData("{ \"table\": ¦null }", "text", "\"migrations\"")]
    [InlineData("{ \"table\": ¦\"\" }", "not empty", "\"migrations\"")]
    [InlineData("{ \"naming\": ¦\"sequense\" }", "timestamp, date, sequence", "\"sequence\"")]
    [InlineData("{ \"format\": ¦\"C#\" }", "csharp, sql", "\"csharp\"")]
    [InlineData("{ \"outOfOrder\": ¦true }", "text", "\"allow\"")]
    [InlineData("{ \"models\": ¦\"models\" }", "list of folders", "[\"models\"]")]
    [InlineData("{ \"models\": ¦{ \"context\": \"X\" } }", "assembly", "assembly")]
    [InlineData("{ \"connections\": ¦[] }", "group", "sqlite:")]
    [InlineData("{ \"connections\": { \"a\": ¦1 } }", "group", "postgresql://")]
    [InlineData("{ \"connections\": { \"a\": ¦{ \"host\": \"h\" } } }", "driver", "postgresql://")]
    [InlineData("{ \"connections\": { \"a\": { \"driver\": \"pg\", \"port\": ¦\"x\" } } }", "1 to 65535", "5432")]
    [InlineData("{ \"connections\": { \"a\": { \"driver\": \"pg\", \"port\": ¦70000 } } }", "1 to 65535", "5432")]
    [InlineData("{ \"connections\": { \"a\": { \"driver\": \"pg\", \"options\": { \"x\": ¦[] } } } }", "options.x", "require")]
    [InlineData("{ \"connections\": { \"a\": { \"driver\": \"pg\", \"password\": \"\", \"passwordFile\": ¦\"f\" } } }", "left out", "run")]
    [InlineData("{ \"connections\": { \"a\": { \"driver\": \"pg\", \"connectionString\": \"x\", \"host\": ¦\"\" } } }", "inside", "Host=")]
    [InlineData("{ \"environments\": { \"dev\": { \"kind\": ¦\"production\" } } }", "development", "\"development\"")]
    [InlineData("{ \"environments\": { \"qa\": { \"kind\": ¦\"test\" } } }", "development, staging, production", "\"development\"")]
    [InlineData("{ \"placeholders\": { \"a\": ¦{} } }", "number", "owner")]
    [InlineData("{ \"lockTimeout\": ¦\"60\" }", "length of time", "\"60s\"")]
    [InlineData("{ \"lockTimeout\": ¦60 }", "text", "\"60s\"")]
    public void A_value_of_the_wrong_kind_is_shown_with_its_place_and_an_example(string marked, string expected, string example)
    {
        var (json, place) = Unmark(marked);
        var error = project.RefuseSettings(json);

        Assert.Equal(ErrorCode.InvalidValue, error.Code);
        Assert.Equal($"godwit.json:{place}", error.Location!.ToString());
        Assert.Contains(expected, error.Message);
        Assert.Contains(example, error.Remedy);
    }

    [Theory]
    [InlineData("{ \"table\": \"a\",\n¦\"table\": \"b\" }", "\"table\" is given twice, first in line 1")]
    [InlineData("{ \"connections\": { \"a\": { \"driver\": \"pg\", ¦\"driver\": \"pg\" } } }", "connections.a.driver")]
    [InlineData("{ \"environments\": { \"prod\": {},\n¦\"Production\": {} } }", "first in line 1 as \"prod\"")]
    public void A_key_given_twice_is_an_error(string marked, string message)
    {
        var (json, place) = Unmark(marked);
        var error = project.RefuseSettings(json);

        Assert.Equal(ErrorCode.InvalidSettings, error.Code);
        Assert.Equal($"godwit.json:{place}", error.Location!.ToString());
        Assert.Contains(message, error.Message);
    }

    [Theory]
    [InlineData("{ \"connection\": ¦\"mian\", \"connections\": { \"main\": \"sqlite:a\" } }", "Did you mean main?")]
    [InlineData("{ \"connection\": ¦\"main\" }", "\"connections\"")]
    [InlineData("{ \"connections\": { \"one\":\"x\", \"two\":\"y\" },\n\"environments\": { \"a\": { \"connection\": ¦\"x\" } } }", "one, ")]
    public void A_connection_that_is_not_defined_is_an_error_at_once(string marked, string remedy)
    {
        var (json, place) = Unmark(marked);
        var error = project.RefuseSettings(json);

        Assert.Equal(ErrorCode.InvalidConnection, error.Code);
        Assert.Equal($"godwit.json:{place}", error.Location!.ToString());
        Assert.Contains(remedy, error.Remedy);
    }

    [Fact]
    public void A_password_in_the_wrong_place_is_not_shown()
    {
        var number = project.RefuseSettings("""{ "connections": { "a": { "driver": "pg", "password": 9143827 } } }""");
        var url = project.RefuseSettings("""{ "connection": "postgres://app:hunter2@db/shop" }""");

        Assert.DoesNotContain("9143827", number.Message + number.Remedy);
        Assert.DoesNotContain("hunter2", url.Message + url.Remedy);
    }

    [Theory]
    [InlineData("development", OutOfOrder.Warn)]
    [InlineData("staging", OutOfOrder.Warn)]
    [InlineData("production", OutOfOrder.Refuse)]
    [InlineData("elsewhere", OutOfOrder.Refuse)]
    public void Out_of_order_is_refused_in_production_unless_set(string environment, OutOfOrder expected)
    {
        var unset = project.Load();
        var set = unset with { OutOfOrder = OutOfOrder.Allow };

        Assert.Equal(expected, unset.For(unset.ResolveEnvironment(environment)).OutOfOrder);
        Assert.Equal(OutOfOrder.Allow, set.For(set.ResolveEnvironment(environment)).OutOfOrder);
    }

    [Fact]
    public void An_environment_changes_what_it_says_and_nothing_else()
    {
        var config = project.LoadSettings(
            """
            {
              "connections": { "main": "sqlite:a", "shop": "sqlite:b" }, "connection": "main", "outOfOrder": "warn",
              "placeholders": { "owner": "app", "shards": 4 },
              "environments": { "production": { "connection": "shop", "outOfOrder": "allow", "placeholders": { "owner": "dba" } } }
            }
            """);

        var production = config.For(config.ResolveEnvironment("prod"));
        var development = config.For(config.ResolveEnvironment("dev"));

        Assert.Equal(("shop", OutOfOrder.Allow), (production.Connection, production.OutOfOrder));
        Assert.Equal(("main", OutOfOrder.Warn), (development.Connection, development.OutOfOrder));
        Assert.Equal(("dba", "4"), (production.Placeholders["owner"], production.Placeholders["shards"]));
        Assert.Equal("app", development.Placeholders["owner"]);
    }

    /// <summary>The text without its mark, and the line and column where the mark stood.</summary>
    private static (string Json, string Place) Unmark(string marked)
    {
        var before = marked[..marked.IndexOf('¦', StringComparison.Ordinal)];
        var line = before.Count(c => c == '\n') + 1;
        return (marked.Replace("¦", "", StringComparison.Ordinal), $"{line}:{before.Length - before.LastIndexOf('\n')}");
    }
}
