using Godwit.Configuration;
using Xunit;

namespace Godwit.Tests.Configuration;

public sealed class ConnectionDefinitionTest : IDisposable
{
    private readonly TemporaryProject project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public void A_group_is_read()
    {
        var settings = Resolve(
            """
            { "driver": "pg", "host": "db", "port": 5433, "database": "shop", "username": "app", "password": "pw",
              "options": { "sslmode": "require", "timeout": 5, "pooling": false } }
            """);

        Assert.Equal("postgresql://app:***@db:5433/shop?sslmode=require&timeout=5&pooling=false", settings.ToString());
        Assert.Equal("pw", settings.Password!.Reveal());
    }

    [Fact]
    public void A_connection_string_is_kept_whole()
    {
        project.Variables["PW"] = "secret";

        var settings = Resolve("""{ "driver": "mysql", "connectionString": "Server=db;Password=${PW}" }""");

        Assert.Equal("Server=db;Password=secret", settings.ConnectionString!.Reveal());
        Assert.Equal("mysql (connection string)", settings.ToString());
    }

    [Fact]
    public void Variables_stand_for_any_value()
    {
        project.Write(".env", "HOST=db\nPORT=5433\nNAME=shop\nOPTION=verify-full");
        project.Variables["KIND"] = "postgres";
        project.Variables["PW"] = "p@ss/w:rd%41";

        var settings = Resolve(
            """
            { "driver": "${KIND}", "host": "${HOST}.example", "port": "${PORT}", "database": "${NAME}", "username": "${NONE:-app}",
              "password": "${PW}", "options": { "sslmode": "${OPTION}" } }
            """);

        Assert.Equal("postgresql://app:***@db.example:5433/shop?sslmode=verify-full", settings.ToString());
        Assert.Equal("p@ss/w:rd%41", settings.Password!.Reveal());
    }

    [Fact]
    public void A_variable_inside_a_URL_needs_no_percent_encoding()
    {
        project.Variables["PW"] = "p@ss/w:rd?%41";
        project.Variables["HOST"] = "::1";

        var settings = Resolve("\"postgresql://app:${PW}@${HOST}:5432/shop\"");

        Assert.Equal("p@ss/w:rd?%41", settings.Password!.Reveal());
        Assert.Equal("::1", settings.Host);
    }

    [Fact]
    public void A_variable_may_be_the_whole_URL()
    {
        project.Variables["SHOP_URL"] = "postgresql://app:p%40ss@db/shop";

        Assert.Equal("p@ss", Resolve("\"${SHOP_URL}\"").Password!.Reveal());
        Assert.Equal("require", Resolve("\"${SHOP_URL}?sslmode=require\"").Options["sslmode"]);
    }

    [Fact]
    public void A_doubled_dollar_sign_keeps_the_brace_as_it_is() =>
        Assert.Equal("a${PW}b$c", Resolve("""{ "driver": "pg", "database": "x", "password": "a$${PW}b$c" }""").Password!.Reveal());

    [Theory]
    [InlineData("{ \"driver\": \"pg\",\n \"password\": \"${SHOP_PASSWORD}\" }", "connections.main.password", "2:14")]
    [InlineData("\"pg://app:${SHOP_PASSWORD}@db/shop\"", "connections.main", "1:28")]
    [InlineData("{ \"driver\": \"pg\", \"options\": { \"key\": \"x${SHOP_PASSWORD}\" } }", "connections.main.options.key", "1:66")]
    public void A_missing_variable_is_named_with_its_key_and_place(string connection, string key, string place)
    {
        var error = Assert.Throws<GodwitException>(() => Resolve(connection));

        Assert.Equal(ErrorCode.MissingSecret, error.Code);
        Assert.Contains("SHOP_PASSWORD", error.Message);
        Assert.Contains(key, error.Message);
        Assert.Equal($"godwit.json:{place}", error.Location!.ToString());
        Assert.Contains("Set SHOP_PASSWORD", error.Remedy);
    }

    [Fact]
    public void A_variable_of_another_connection_need_not_be_set()
    {
        var config = project.LoadSettings(
            """{ "connection": "main", "connections": { "main": "sqlite:a.db", "shop": "pg://app:${NONE}@db/shop" } }""");

        Assert.Equal("sqlite", config.ResolveConnection().Settings.Driver);
    }

    [Theory]
    [InlineData("${}")]
    [InlineData("${A B}")]
    [InlineData("${PW")]
    public void A_malformed_reference_is_an_error(string password)
    {
        var error = Assert.Throws<GodwitException>(() => Resolve($$"""{ "driver": "pg", "password": "{{password}}" }"""));

        Assert.Equal(ErrorCode.InvalidValue, error.Code);
        Assert.Contains("connections.main.password", error.Message);
        Assert.Contains("$${", error.Remedy);
    }

    [Theory]
    [InlineData("secret", "secret")]
    [InlineData("secret\n", "secret")]
    [InlineData("secret\r\n", "secret")]
    [InlineData(" secret \n\n", " secret \n")]
    public void A_password_file_is_read_without_its_final_line_end(string content, string password)
    {
        project.Write("secrets/shop", content);

        var settings = Resolve("""{ "driver": "pg", "database": "x", "passwordFile": "secrets/shop" }""");

        Assert.Equal(password, settings.Password!.Reveal());
    }

    [Fact]
    public void A_password_file_that_is_not_there_is_an_error()
    {
        var error = Assert.Throws<GodwitException>(() => Resolve("""{ "driver": "pg", "passwordFile": "secrets/shop" }"""));

        Assert.Equal(ErrorCode.MissingSecret, error.Code);
        Assert.Contains("secrets/shop", error.Message);
        Assert.Contains("connections.main.passwordFile", error.Message);
    }

    [Theory]
    [InlineData("{ \"driver\": \"postgresq\" }", "Did you mean postgresql?")]
    [InlineData("{ \"driver\": \"oracle\" }", "sqlite, postgresql, mysql, mariadb")]
    [InlineData("{ \"driver\": \"pg\", \"port\": \"${PORT}\", \"database\": \"x\" }", "1 to 65535")]
    public void A_driver_or_port_that_is_none_is_an_error(string connection, string remedy)
    {
        project.Variables["PORT"] = "x";

        var error = Assert.Throws<GodwitException>(() => Resolve(connection));

        Assert.Equal(ErrorCode.InvalidConnection, error.Code);
        Assert.Contains(remedy, error.Remedy);
        Assert.StartsWith("godwit.json:1:", error.Location!.ToString());
    }

    private ConnectionSettings Resolve(string connection) =>
        project.LoadSettings($$"""{ "connections": { "main": {{connection}} } }""").ResolveConnection().Settings;
}
