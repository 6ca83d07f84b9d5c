using FsCheck;
using FsCheck.Fluent;
using Godwit.Configuration;
using Xunit;

namespace Godwit.Tests.Configuration;

public sealed class ConnectionUrlTest
{
    [Theory]
    [InlineData("sqlite:database/a.sqlite", "database/a.sqlite")]
    [InlineData("sqlite3:a.db", "a.db")]
    [InlineData("sqlite://a.db", "a.db")]
    [InlineData("sqlite:/abs/a.db", "/abs/a.db")]
    [InlineData("sqlite:///abs/a.db", "/abs/a.db")]
    [InlineData("sqlite::memory:", ":memory:")]
    [InlineData("sqlite://:memory:", ":memory:")]
    [InlineData("sqlite:with%20space%3F.db", "with space?.db")]
    [InlineData("sqlite:C:\\data\\a.db", "C:\\data\\a.db")]
    [InlineData("SQLITE:a@b.db", "a@b.db")]
    public void A_file_is_read(string url, string file)
    {
        var settings = Parse(url);

        Assert.Equal(("sqlite", file), (settings.Driver, settings.Database));
        Assert.Null(settings.Host);
    }

    [Theory]
    [InlineData("postgresql://app:pw@db.example:5433/shop", "postgresql", "app", "pw", "db.example", 5433, "shop")]
    [InlineData("postgres://app:pw@db/shop", "postgresql", "app", "pw", "db", null, "shop")]
    [InlineData("pgsql://db/shop", "postgresql", null, null, "db", null, "shop")]
    [InlineData("mysql://root@127.0.0.1:3306/shop", "mysql", "root", null, "127.0.0.1", 3306, "shop")]
    [InlineData("mariadb://root:@localhost/shop", "mariadb", "root", "", "localhost", null, "shop")]
    [InlineData("postgresql+psycopg2://app@db/shop", "postgresql", "app", null, "db", null, "shop")]
    [InlineData("postgresql://app:p%40%3A%2F%25%C3%A9@db/my%20shop", "postgresql", "app", "p@:/%é", "db", null, "my shop")]
    [InlineData("postgresql://app:p@ss:word@db/shop", "postgresql", "app", "p@ss:word", "db", null, "shop")]
    [InlineData("postgresql://app:a#b@db/shop", "postgresql", "app", "a#b", "db", null, "shop")]
    [InlineData("postgresql://app@[::1]:5432/shop", "postgresql", "app", null, "::1", 5432, "shop")]
    [InlineData("postgresql://[fe80::1]/shop", "postgresql", null, null, "fe80::1", null, "shop")]
    [InlineData("postgresql://app@/shop?host=/var/run/postgresql", "postgresql", "app", null, "/var/run/postgresql", null, "shop")]
    [InlineData("postgresql://%2Fvar%2Frun%2Fpostgresql/shop", "postgresql", null, null, "/var/run/postgresql", null, "shop")]
    [InlineData("postgresql:///shop?user=app&password=p%26w&port=5433", "postgresql", "app", "p&w", null, 5433, "shop")]
    [InlineData("postgresql://db:/shop", "postgresql", null, null, "db", null, "shop")]
    [InlineData("postgresql://db", "postgresql", null, null, "db", null, null)]
    [InlineData("  mysql://db/shop\n", "mysql", null, null, "db", null, "shop")]
    public void A_server_is_read(string url, string driver, string? user, string? password, string? host, int? port, string? database)
    {
        var settings = Parse(url);

        Assert.Equal(
            (driver, user, password, host, port, database),
            (settings.Driver, settings.Username, settings.Password?.Reveal(), settings.Host, settings.Port, settings.Database));
    }

    [Fact]
    public void Options_are_kept_under_their_names()
    {
        var options = Parse("postgresql://db/shop?sslmode=require&application_name=a%20b%26c&&x=1=2").Options;

        Assert.Equal(3, options.Count);
        Assert.Equal("require", options["SSLMODE"]);
        Assert.Equal("a b&c", options["application_name"]);
        Assert.Equal("1=2", options["x"]);
        Assert.Equal("ro", Parse("sqlite:a.db?mode=ro").Options["mode"]);
    }

    [Theory]
    [InlineData("postgre://app:pw@db/shop", "Did you mean postgres?", "***@db/shop")]
    [InlineData("postgresq://db/shop", "Did you mean postgresql?", "does not begin with a database")]
    [InlineData("sqlit:a.db", "Did you mean sqlite?", "")]
    [InlineData("marriadb://db/shop", "Did you mean mariadb?", "")]
    [InlineData("oracle://db/shop", "sqlite, postgresql, mysql, mariadb", "")]
    [InlineData("shop", "driver://user:password@host:port/database", "is not a URL")]
    [InlineData("", "driver://user:password@host:port/database", "is not a URL")]
    [InlineData("postgres:db/shop", "driver://", "has no //")]
    [InlineData("postgres://db:port/shop", "driver://", "has a port that is not")]
    [InlineData("postgres://db:99999/shop", "driver://", "has a port that is not")]
    [InlineData("postgres://db/shop?port=x", "driver://", "has a port that is not")]
    [InlineData("postgres://::1/shop", "driver://", "stands in [ ]")]
    [InlineData("postgres://[::1/shop", "driver://", "has a [ without")]
    [InlineData("postgres://[::1]x/shop", "driver://", "has a [ without")]
    [InlineData("postgres://app:p%4@db/shop", "%25", "has a % that")]
    [InlineData("postgres://app:p%ZZ@db/shop", "%25", "has a % that")]
    [InlineData("postgres://app:p%FF@db/shop", "%25", "has a % that")]
    [InlineData("postgres://app:pa/ss@db/shop", "/ as %2F", "has an @ after the host")]
    [InlineData("postgres://app:12/ss@db/shop", "/ as %2F", "has an @ after the host")]
    [InlineData("postgres://app:12?ss@db/shop", "? as %3F", "has an @ after the host")]
    [InlineData("postgres://db/shop?sslmode", "driver://", "has an option without")]
    [InlineData("postgres://db/shop?=x", "driver://", "has an option without")]
    public void A_malformed_URL_is_an_error_with_the_way_out(string url, string remedy, string message)
    {
        var error = Assert.Throws<GodwitException>(() => Parse(url));

        Assert.Equal(ErrorCode.InvalidConnection, error.Code);
        Assert.Contains(remedy, error.Remedy);
        Assert.Contains(message, error.Message);
        Assert.StartsWith("DATABASE_URL from .env", error.Message);
    }

    [Theory]
    [InlineData("postgres://app:pw@db/shop?password=x", "postgres://***@db/shop")]
    [InlineData("postgres://app:pw@db:x/shop", "postgres://***@db:x/shop")]
    [InlineData("postgres://app:pw", "postgres://***")]
    [InlineData("postgres://app:p@ss/word@db/shop", "postgres://***")]
    [InlineData("postgres://app:pw?x@db", "postgres://***")]
    [InlineData("pg//app:pw@db", "***@db")]
    [InlineData("hunter2", "***")]
    public void A_mask_hides_whatever_may_be_a_password(string url, string masked) => Assert.Equal(masked, ConnectionUrl.Mask(url));

    [Fact]
    public void Settings_printed_as_a_URL_are_read_back_as_they_were()
    {
        string[] texts = ["a", "app user", "ü@:/?#[]%&=+", "%41", "''\"\\"];
        var text = Gen.Elements(texts);
        var settings = from driver in Gen.Elements("postgresql", "mysql", "mariadb")
                       from user in Gen.Elements<string?>([null, .. texts])
                       from host in Gen.Elements("localhost", "::1", "/var/run/my sql", "10.0.0.1")
                       from port in Gen.Elements<int?>(null, 1, 65535)
                       from database in text
                       from option in text
                       select new ConnectionSettings
                       {
                           Driver = driver,
                           Username = user,
                           Host = host,
                           Port = port,
                           Database = database,
                           Options = new Dictionary<string, string> { ["x y"] = option },
                       };

        Prop.ForAll(Arb.From(settings), original =>
        {
            var read = Parse(original.ToString());
            return read.Options["x y"] == original.Options["x y"] && read with { Options = original.Options } == original;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_password_and_any_user_survive_percent_encoding()
    {
        Prop.ForAll<NonNull<string>, NonEmptyString>((password, user) =>
        {
            var (secret, name) = (WellFormed(password.Get), WellFormed(user.Get));
            var settings = Parse($"mysql://{Uri.EscapeDataString(name)}:{Uri.EscapeDataString(secret)}@db/shop");
            return settings.Password!.Reveal() == secret && settings.Username == name && settings.Host == "db";
        }).QuickCheckThrowOnFailure();
    }

    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes());

    private static ConnectionSettings Parse(string url) => ConnectionUrl.Parse(new ConfiguredText(url, "DATABASE_URL", ".env"));
}
