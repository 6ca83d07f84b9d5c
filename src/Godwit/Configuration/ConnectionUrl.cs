namespace Godwit.Configuration;

/// <summary>
/// Reads <c>postgresql://user:password@host:port/database?option=value</c> and <c>sqlite:path</c>. No error shows what may be
/// a password, however the URL is malformed.
/// </summary>
internal sealed class ConnectionUrl
{
    private readonly ConfiguredText source;

    private ConnectionUrl(ConfiguredText source) => this.source = source;

    /// <exception cref="GodwitException">The text is not a URL of a database that is known.</exception>
    internal static ConnectionSettings Parse(ConfiguredText source) => new ConnectionUrl(source).Parse();

    /// <summary>The driver that the scheme names, or null when it names none.</summary>
    internal static string? Driver(string url)
    {
        var scheme = Scheme(url);
        var plus = scheme.IndexOf('+', StringComparison.Ordinal); // SQLAlchemy writes postgresql+psycopg2
        return DriverName.Find(plus < 0 ? scheme : scheme[..plus]);
    }

    /// <summary>
    /// A URL, or a text that was to be one, without anything that may be a password. A second <c>@</c>, or one among the options,
    /// means that the password's end cannot be told: then nothing but the scheme is left.
    /// </summary>
    internal static string Mask(string url)
    {
        var slashes = url.IndexOf("://", StringComparison.Ordinal);
        var prefix = slashes >= 0 && Driver(url) is not null ? url[..(slashes + 3)] : "";
        var at = url.IndexOf('@', StringComparison.Ordinal);
        var query = url.IndexOf('?', StringComparison.Ordinal);
        var isClear = at >= 0 && at == url.LastIndexOf('@') && (query < 0 || at < query);
        return isClear ? $"{prefix}***{(query < 0 ? url[at..] : url[at..query])}" : $"{prefix}***";
    }

    /// <summary>A name as it is, unless it looks like a URL that was put where a name belongs.</summary>
    internal static string MaskUnlessName(string name) => name.AsSpan().IndexOfAny(":@=?") < 0 ? name : Mask(name);

    private ConnectionSettings Parse()
    {
        var url = source.Text.Trim();
        var driver = Driver(url) ?? throw UnknownScheme(url);
        var rest = url[(Scheme(url).Length + 1)..];
        var query = rest.IndexOf('?', StringComparison.Ordinal);
        var location = query < 0 ? rest : rest[..query];
        var settings = driver == DriverName.Sqlite ? ParseFile(location) : ParseServer(driver, location, rest);
        return query < 0 ? settings : ParseOptions(settings, rest[(query + 1)..]);
    }

    // sqlite:a.db, sqlite://a.db, sqlite:/abs/a.db and sqlite:///abs/a.db
    private ConnectionSettings ParseFile(string location)
    {
        var path = location.StartsWith("//", StringComparison.Ordinal) ? location[2..] : location;
        return new ConnectionSettings { Driver = DriverName.Sqlite, Database = path.Length == 0 ? null : Decode(path) };
    }

    private ConnectionSettings ParseServer(string driver, string location, string rest)
    {
        if (!location.StartsWith("//", StringComparison.Ordinal)) throw Invalid("has no // after the colon");
        var slash = location.IndexOf('/', 2);
        var authority = slash < 0 ? location[2..] : location[2..slash];
        var at = authority.LastIndexOf('@');
        if (rest.IndexOf('@', 2 + authority.Length) >= 0) throw Invalid("has an @ after the host");
        var settings = ParseHost(new ConnectionSettings { Driver = driver }, authority[(at + 1)..]);
        if (slash >= 0 && slash + 1 < location.Length) settings = settings with { Database = Decode(location[(slash + 1)..]) };
        return at < 0 ? settings : ParseUser(settings, authority[..at]);
    }

    private ConnectionSettings ParseUser(ConnectionSettings settings, string user)
    {
        var colon = user.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0) settings = settings with { Password = new Secret(Decode(user[(colon + 1)..])) };
        var name = colon < 0 ? user : user[..colon];
        return name.Length == 0 ? settings : settings with { Username = Decode(name) };
    }

    private ConnectionSettings ParseHost(ConnectionSettings settings, string host)
    {
        var bracket = host.StartsWith('[') ? host.IndexOf(']', StringComparison.Ordinal) : -1;
        var colon = host.IndexOf(':', bracket + 1);
        if (host.StartsWith('[') != bracket > 0 || (bracket > 0 && colon != bracket + 1 && bracket + 1 != host.Length))
        {
            throw Invalid("has a [ without a ] that ends the host");
        }

        if (colon >= 0 && host.IndexOf(':', colon + 1) >= 0) throw Invalid("has several colons in its host; an IPv6 address stands in [ ]");
        var name = bracket > 0 ? host[1..bracket] : colon < 0 ? host : host[..colon];
        if (name.Length > 0) settings = settings with { Host = Decode(name) };
        return colon < 0 || colon + 1 == host.Length ? settings : settings with { Port = Port(host[(colon + 1)..]) };
    }

    private ConnectionSettings ParseOptions(ConnectionSettings settings, string query)
    {
        var options = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var option in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = option.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) throw Invalid("has an option without a name or a value");
            var (name, value) = (Decode(option[..equals]), Decode(option[(equals + 1)..]));
            if (WithPart(settings, name, value) is { } changed) settings = changed;
            else options[name] = value;
        }

        return settings with { Options = options };
    }

    // The parts of the URL can also be written as options, as in
    // https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS
    private ConnectionSettings? WithPart(ConnectionSettings settings, string name, string value) =>
        settings.Driver == DriverName.Sqlite ? null : name switch
        {
            "host" => settings with { Host = value },
            "port" => settings with { Port = Port(value) },
            "user" or "username" => settings with { Username = value },
            "password" => settings with { Password = new Secret(value) },
            "database" or "dbname" => settings with { Database = value },
            _ => null,
        };

    private static string Scheme(string url)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? "" : url[..colon].TrimStart();
    }

    private int Port(string text) =>
        PortNumber.Parse(text) ?? throw Invalid($"has a port that is not {PortNumber.Expected}");

    private string Decode(string text) =>
        PercentEncoding.Decode(text) ?? throw Invalid("has a % that is not followed by two hexadecimal digits");

    private GodwitException Invalid(string predicate) => source.Fail(
        ErrorCode.InvalidConnection,
        $"{predicate}: {Mask(source.Text)}",
        "Write driver://user:password@host:port/database. "
        + "In a user, a password or a name, write @ as %40, / as %2F, ? as %3F, : as %3A, % as %25.");

    private GodwitException UnknownScheme(string url)
    {
        var scheme = Scheme(url);
        return source.Fail(
            ErrorCode.InvalidConnection,
            scheme.Length == 0 ? "is not a URL" : $"does not begin with a database that Godwit knows: {Mask(url)}",
            scheme.Length == 0 ? "Write sqlite:path, or driver://user:password@host:port/database." : DriverName.Remedy(scheme));
    }
}
