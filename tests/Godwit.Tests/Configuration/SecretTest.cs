using FsCheck;
using FsCheck.Fluent;
using Godwit.Configuration;
using Xunit;

namespace Godwit.Tests.Configuration;

public sealed class SecretTest
{
    // Where a password (#) may stand in a URL, and in one that is damaged.
    private static readonly string[] Urls =
    [
        "postgresql://app:#@db/shop", "postgres://app:#@db:99999/shop", "postgres://app:#@db:port/shop", "mysql://app:#@[::1/shop",
        "mysql://app:#@/shop?port=x", "mariadb://app:#@db/shop?x", "mariadb://:#@db/sh%op", "postgre://app:#@db/shop", "://app:#@db",
        "postgres:/app:#@db/shop", "postgres:app:#@db/shop", "postgres//app:#@db/shop", "app:#@db", ":#@db", "postgres://app:#",
        "postgres://db/shop?password=#", "postgres://db/shop?password=#&port=x", "postgres://db/shop?sslpassword=#", "sqlite:?#",
        "postgres://app:#@", "postgres://app:#@db", "postgres://app:#/shop", " postgres ://app:#@db/shop",
    ];

    private static readonly Gen<string> Passwords =
        from start in Gen.Elements("s3cr3t", "sécret")
        from middle in Gen.ArrayOf(Gen.Elements([.. "@:/?#[]%&=+ ;\\\"'$x4é"]))
        select $"{start}{new string(middle)}-t41l";

    [Fact]
    public void No_error_and_no_description_shows_the_password_of_a_URL() => ForAll(Urls, (url, project) =>
    {
        project.Variables["DATABASE_URL"] = url;
        return Outcome(() => project.Load().ResolveConnection());
    });

    [Fact]
    public void No_error_shows_a_bare_password_that_is_put_where_a_URL_belongs() => ForAll(["#"], (password, project) =>
    {
        project.Variables["DATABASE_URL"] = password;
        return Outcome(() => project.Load().ResolveConnection()) + Outcome(() => project.Load().ResolveConnection(url: password));
    });

    [Fact]
    public void No_error_shows_the_password_of_a_URL_on_the_command_line() => ForAll(Urls, (url, project) =>
        Outcome(() => project.Load().ResolveConnection(url: url)) + Outcome(() => project.Load().ResolveConnection(name: url)));

    [Fact]
    public void No_error_shows_the_password_of_a_URL_in_the_settings() => ForAll(Urls, (url, project) =>
    {
        var text = System.Text.Json.JsonSerializer.Serialize(url);
        string[] settings =
        [
            $$"""{ "connections": { "main": {{text}} } }""",
            $$"""{ "connection": {{text}} }""",
            $$"""{ "connections": { "main": { "driver": {{text}} } } }""",
            $$"""{ "connections": { "main": { "driver": "pg", "port": {{text}} } } }""",
        ];
        return string.Concat(settings.Select(json => Outcome(() => project.LoadSettings(json).ResolveConnection())));
    });

    [Fact]
    public void No_error_shows_a_URL_that_is_put_where_a_name_belongs() => ForAll(Urls, (url, project) =>
    {
        project.Variables["DB_CONNECTION"] = url;
        return Outcome(() => project.Load().ResolveConnection());
    });

    [Fact]
    public void Nothing_that_holds_a_password_prints_it() => ForAll(["#"], (password, _) =>
    {
        var settings = new ConnectionSettings
        {
            Driver = "postgresql",
            Password = new Secret(password),
            Options = new Dictionary<string, string> { ["SSL Password"] = password, ["pwd"] = password },
        };
        var text = new ConnectionSettings { Driver = "mysql", ConnectionString = new Secret($"Password={password}") };
        var configured = new ConfiguredText(password, "DB_PASSWORD", ".env");
        return $"{settings}{text}{settings.Password}{new ResolvedConnection(settings, "x")}{configured}";
    });

    [Fact]
    public void The_outcomes_that_these_properties_look_at_are_real()
    {
        using var project = new TemporaryProject();

        Assert.Contains("***@db/shop", Outcome(() => project.Load().ResolveConnection(url: "postgres://app:pw@db/shop")));
        Assert.Contains("***@db:x/shop", Outcome(() => project.Load().ResolveConnection(url: "postgres://app:pw@db:x/shop")));
    }

    private static void ForAll(string[] templates, Func<string, TemporaryProject, string> outcome)
    {
        using var project = new TemporaryProject();
        var cases = from template in Gen.Elements(templates) from password in Passwords select (template, password);
        Prop.ForAll(Arb.From(cases), pair =>
        {
            var shown = outcome(pair.template.Replace("#", pair.password, StringComparison.Ordinal), project);
            var encoded = outcome(pair.template.Replace("#", Uri.EscapeDataString(pair.password), StringComparison.Ordinal), project);
            return IsHidden(pair.password, shown) && IsHidden(pair.password, encoded);
        }).QuickCheckThrowOnFailure();
    }

    private static bool IsHidden(string password, string shown) =>
        !shown.Contains(password, StringComparison.Ordinal) && !shown.Contains(Uri.EscapeDataString(password), StringComparison.Ordinal);

    private static string Outcome(Func<ResolvedConnection> resolve)
    {
        try
        {
            return resolve().ToString();
        }
        catch (GodwitException e)
        {
            return $"{e.Message} {e.Remedy} {e.Location} {e.State} {e.InnerException}";
        }
    }
}
