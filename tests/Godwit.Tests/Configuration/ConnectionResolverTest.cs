using Xunit;

namespace Godwit.Tests.Configuration;

/// <summary>The order in which the connection is looked for (parity C7).</summary>
public sealed class ConnectionResolverTest : IDisposable
{
    private const string Shop = """
        {
          "connections": {
            "shop": {
              "driver": "postgresql", "host": "settings-host", "port": 5433, "database": "shop", "username": "app", "password": "pw"
            }
          }
        }
        """;

    private readonly TemporaryProject project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public void Each_place_comes_before_the_next()
    {
        AssertResolves("the default", $"sqlite:{project.Root}/database/database.sqlite");
        project.Write("godwit.json", """{ "connections": { "main": "sqlite:main.db", "b": "sqlite:b.db" }, "connection": "main" }""");
        AssertResolves("connection main from godwit.json", $"sqlite:{project.Root}/main.db");
        project.Write(".env", "DB_CONNECTION=mysql\nDB_DATABASE=file");
        AssertResolves("DB_CONNECTION, DB_DATABASE from .env", "mysql://localhost/file");
        project.Write(".env", "DATABASE_URL=mysql://file-url/shop\nDB_CONNECTION=mysql\nDB_DATABASE=file");
        AssertResolves("DATABASE_URL from .env", "mysql://file-url/shop");
        project.Variables["DB_CONNECTION"] = "postgresql";
        project.Variables["DB_DATABASE"] = "process";
        AssertResolves("DB_CONNECTION, DB_DATABASE from the environment", "postgresql://localhost/process");
        project.Variables["DATABASE_URL"] = "postgresql://process-url/shop";
        AssertResolves("DATABASE_URL from the environment", "postgresql://process-url/shop");

        var named = project.Load().ResolveConnection(name: "b");
        Assert.Equal(("connection b from godwit.json", $"sqlite:{project.Root}/b.db"), (named.Source, named.Settings.ToString()));
        var url = project.Load().ResolveConnection(url: "sqlite:/x.db");
        Assert.Equal(("--url from the command line", "sqlite:/x.db"), (url.Source, url.Settings.ToString()));
    }

    [Fact]
    public void A_URL_and_a_name_together_are_wrong_usage()
    {
        var error = Assert.Throws<GodwitException>(() => project.Load().ResolveConnection("sqlite:a", "main"));

        Assert.Equal(ErrorCode.Usage, error.Code);
    }

    [Fact]
    public void The_connection_of_the_environment_is_used()
    {
        var config = project.LoadSettings(
            """
            { "connections": { "main": "sqlite:main.db", "shop": "sqlite:shop.db" }, "connection": "main",
              "environments": { "production": { "connection": "shop" } } }
            """);

        Assert.EndsWith("main.db", config.For(config.ResolveEnvironment("dev")).ResolveConnection().Settings.Database);
        Assert.EndsWith("shop.db", config.For(config.ResolveEnvironment("prod")).ResolveConnection().Settings.Database);
    }

    [Fact]
    public void The_only_connection_needs_no_name()
    {
        project.Write("godwit.json", """{ "connections": { "any": "sqlite:any.db" } }""");

        AssertResolves("connection any from godwit.json", $"sqlite:{project.Root}/any.db");
    }

    [Fact]
    public void Several_connections_without_a_choice_are_an_error()
    {
        var config = project.LoadSettings("""{ "connections": { "a": "sqlite:a", "b": "sqlite:b" } }""");

        var error = Assert.Throws<GodwitException>(() => config.ResolveConnection());

        Assert.Equal(ErrorCode.InvalidConnection, error.Code);
        Assert.Contains("a, b", error.Remedy);
        Assert.Equal($"sqlite:{project.Root}/b", config.ResolveConnection(name: "b").Settings.ToString());
    }

    [Theory]
    [InlineData("mysql", "mysql")]
    [InlineData("mariadb", "mariadb")]
    [InlineData("postgresql", "postgresql")]
    [InlineData("postgres", "postgresql")]
    [InlineData("pgsql", "postgresql")]
    [InlineData("pg", "postgresql")]
    public void Every_server_is_chosen_by_name(string name, string driver)
    {
        SetAll(name);

        AssertResolves(
            "DB_CONNECTION, DB_HOST, DB_PORT, DB_DATABASE, DB_USERNAME, DB_PASSWORD from the environment",
            $"{driver}://env-user:***@env-host:1234/env-db");
        Assert.Equal("env-pw", project.Load().ResolveConnection().Settings.Password!.Reveal());
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("sqlite3")]
    public void A_file_takes_only_the_database_of_the_variables(string name)
    {
        SetAll(name);
        AssertResolves("DB_CONNECTION, DB_DATABASE from the environment", $"sqlite:{project.Root}/env-db");
        project.Variables.Remove("DB_DATABASE");
        AssertResolves("DB_CONNECTION from the environment", $"sqlite:{project.Root}/database/database.sqlite");
    }

    [Theory]
    [InlineData("DB_HOST", "x", "postgresql://app:***@x:5433/shop")]
    [InlineData("DB_PORT", "1", "postgresql://app:***@settings-host:1/shop")]
    [InlineData("DB_DATABASE", "x", "postgresql://app:***@settings-host:5433/x")]
    [InlineData("DB_USERNAME", "x", "postgresql://x:***@settings-host:5433/shop")]
    [InlineData("DB_PASSWORD", "x", "postgresql://app:***@settings-host:5433/shop")]
    [InlineData("DB_CONNECTION", "pgsql", "postgresql://app:***@settings-host:5433/shop")]
    [InlineData("DB_CONNECTION", "shop", "postgresql://app:***@settings-host:5433/shop")]
    public void A_single_variable_overlays_the_connection_of_the_settings(string variable, string value, string expected)
    {
        project.Write("godwit.json", Shop);
        project.Write(".env", $"{variable}={value}");

        AssertResolves($"connection shop from godwit.json, with {variable} from .env", expected);
        Assert.Equal(variable == "DB_PASSWORD" ? "x" : "pw", project.Load().ResolveConnection().Settings.Password!.Reveal());
    }

    [Fact]
    public void A_change_of_driver_leaves_nothing_of_the_settings()
    {
        project.Write("godwit.json", Shop);
        project.Variables["DB_CONNECTION"] = "mysql";
        project.Variables["DB_DATABASE"] = "other";

        AssertResolves("DB_CONNECTION, DB_DATABASE from the environment", "mysql://localhost/other");
    }

    [Fact]
    public void Variables_of_both_places_are_taken_together()
    {
        project.Write("godwit.json", Shop);
        project.Write(".env", "DB_HOST=file\nDB_USERNAME=file\nDB_PASSWORD=file");
        project.Variables["DB_HOST"] = "process";

        AssertResolves(
            "connection shop from godwit.json, with DB_HOST from the environment, DB_USERNAME, DB_PASSWORD from .env",
            "postgresql://file:***@process:5433/shop");
    }

    [Fact]
    public void An_empty_variable_counts_as_not_set()
    {
        project.Write("godwit.json", Shop);
        project.Write(".env", "DATABASE_URL=mysql://file/x\nDB_HOST=file");
        foreach (var name in new[] { "DATABASE_URL", "DB_CONNECTION", "DB_HOST", "DB_PASSWORD" }) project.Variables[name] = "";

        AssertResolves("connection shop from godwit.json", "postgresql://app:***@settings-host:5433/shop");
    }

    [Fact]
    public void A_name_on_the_command_line_is_taken_as_the_settings_define_it()
    {
        project.Write("godwit.json", Shop);
        SetAll("mysql");

        Assert.Equal("postgresql://app:***@settings-host:5433/shop", project.Load().ResolveConnection(name: "shop").Settings.ToString());
    }

    [Fact]
    public void A_connection_string_is_taken_as_it_is()
    {
        project.Write("godwit.json", """{ "connections": { "main": { "driver": "mysql", "connectionString": "Server=${DB_HOST}" } } }""");
        project.Variables["DB_HOST"] = "process";

        Assert.Equal("Server=process", project.Load().ResolveConnection().Settings.ConnectionString!.Reveal());
    }

    [Fact]
    public void A_URL_without_a_password_takes_the_one_of_the_environment()
    {
        project.Variables["DATABASE_URL"] = "postgresql://app@db/shop";
        project.Write(".env", "DB_PASSWORD=file");
        AssertResolves("DATABASE_URL from the environment, with DB_PASSWORD from .env", "postgresql://app:***@db/shop");

        project.Variables["DATABASE_URL"] = "postgresql://app:own@db/shop";
        Assert.Equal("own", project.Load().ResolveConnection().Settings.Password!.Reveal());
    }

    [Fact]
    public void Secrets_are_read_from_files()
    {
        project.Write("url", "postgresql://app@db/shop\n");
        project.Write("pw", "from file\n");
        project.Variables["DATABASE_URL_FILE"] = Path.Combine(project.Root, "url");
        project.Write(".env", "DB_PASSWORD_FILE=pw");

        AssertResolves("DATABASE_URL_FILE from the environment, with DB_PASSWORD_FILE from .env", "postgresql://app:***@db/shop");
        Assert.Equal("from file", project.Load().ResolveConnection().Settings.Password!.Reveal());
    }

    [Fact]
    public void A_secret_file_that_is_missing_is_named()
    {
        project.Write(".env", "A=1\nDB_PASSWORD_FILE=nowhere/pw");

        var error = Assert.Throws<GodwitException>(() => project.Load().ResolveConnection());

        Assert.Equal(ErrorCode.MissingSecret, error.Code);
        Assert.Contains("nowhere/pw", error.Message);
        Assert.Equal(".env:2:1", error.Location!.ToString());
    }

    [Fact]
    public void A_URL_on_the_command_line_may_refer_to_variables()
    {
        project.Variables["PW"] = "p@ss";

        Assert.Equal("p@ss", project.Load().ResolveConnection(url: "pg://app:${PW}@db/shop").Settings.Password!.Reveal());
    }

    [Theory]
    [InlineData("postgresq", "Did you mean postgresql?")]
    [InlineData("shap", "Did you mean shop?")]
    [InlineData("oracle", "sqlite, postgresql, mysql, mariadb")]
    [InlineData("postgres://db/shop", "A URL belongs in DATABASE_URL.")]
    public void A_DB_CONNECTION_that_is_neither_driver_nor_name_is_an_error(string value, string remedy)
    {
        project.Write("godwit.json", Shop);
        project.Write(".env", $"DB_CONNECTION={value}");

        var error = Assert.Throws<GodwitException>(() => project.Load().ResolveConnection());

        Assert.Equal(ErrorCode.InvalidConnection, error.Code);
        Assert.StartsWith("DB_CONNECTION from .env", error.Message);
        Assert.Contains(remedy, error.Remedy);
        Assert.Equal(".env:1:1", error.Location!.ToString());
    }

    [Fact]
    public void A_name_on_the_command_line_that_is_not_defined_is_an_error()
    {
        project.Write("godwit.json", Shop);

        var error = Assert.Throws<GodwitException>(() => project.Load().ResolveConnection(name: "shp"));

        Assert.Equal(ErrorCode.InvalidConnection, error.Code);
        Assert.Contains("--connection", error.Message);
        Assert.Contains("Did you mean shop?", error.Remedy);
    }

    [Fact]
    public void A_host_for_a_file_is_an_error_because_another_database_was_meant()
    {
        project.Variables["DB_HOST"] = "db";
        project.Variables["DB_DATABASE"] = "shop";

        var error = Assert.Throws<GodwitException>(() => project.Load().ResolveConnection());

        Assert.Equal(ErrorCode.InvalidConnection, error.Code);
        Assert.Contains("DB_HOST", error.Message);
        Assert.Contains("DB_CONNECTION", error.Remedy);
    }

    [Theory]
    [InlineData("DB_PORT", "99999")]
    [InlineData("DB_PORT", "x")]
    public void A_port_that_is_none_is_an_error(string variable, string value)
    {
        SetAll("mysql");
        project.Variables[variable] = value;

        var error = Assert.Throws<GodwitException>(() => project.Load().ResolveConnection());

        Assert.Equal(ErrorCode.InvalidConnection, error.Code);
        Assert.Contains(variable, error.Message);
    }

    [Theory]
    [InlineData("postgresql://db", "DB_DATABASE")]
    [InlineData("mysql://db/", "DB_DATABASE")]
    [InlineData("sqlite:", "sqlite::memory:")]
    [InlineData("sqlite://", "sqlite::memory:")]
    public void A_connection_without_a_database_is_an_error(string url, string remedy)
    {
        var error = Assert.Throws<GodwitException>(() => project.Load().ResolveConnection(url: url));

        Assert.Equal(ErrorCode.InvalidConnection, error.Code);
        Assert.Contains("--url", error.Message);
        Assert.Contains(remedy, error.Remedy);
    }

    [Fact]
    public void A_database_in_memory_and_an_absolute_path_stay_as_they_are()
    {
        Assert.Equal(":memory:", project.Load().ResolveConnection(url: "sqlite::memory:").Settings.Database);
        Assert.Equal("/abs/a.db", project.Load().ResolveConnection(url: "sqlite:///abs/a.db").Settings.Database);
    }

    private void SetAll(string connection)
    {
        project.Variables["DB_CONNECTION"] = connection;
        project.Variables["DB_HOST"] = "env-host";
        project.Variables["DB_PORT"] = "1234";
        project.Variables["DB_DATABASE"] = "env-db";
        project.Variables["DB_USERNAME"] = "env-user";
        project.Variables["DB_PASSWORD"] = "env-pw";
    }

    private void AssertResolves(string source, string url)
    {
        var resolved = project.Load().ResolveConnection();
        Assert.Equal((source, url), (resolved.Source, resolved.Settings.ToString()));
    }
}
