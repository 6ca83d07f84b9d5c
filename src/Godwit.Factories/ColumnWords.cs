using Bogus;

namespace Godwit.Factories;

/// <summary>What a column's name says about its values. Addresses of mail and sites are those that belong to nobody (RFC 2606).</summary>
internal static class ColumnWords
{
    /// <summary>A text.</summary>
    internal static string Text(string column, string table, int? length, Faker fake)
    {
        var name = column.ToLowerInvariant();
        return name switch
        {
            "first_name" or "firstname" or "given_name" => fake.Name.FirstName(),
            "last_name" or "lastname" or "surname" or "family_name" => fake.Name.LastName(),
            "full_name" or "author" or "contact" or "customer" => fake.Name.FullName(),
            "name" => OfThing(table, fake),
            "username" or "login" or "handle" or "nickname" => $"{fake.Name.FirstName()}{fake.Random.Int(1, 99)}".ToLowerInvariant(),
            "company" or "employer" or "organisation" or "organization" or "supplier" => fake.Company.CompanyName(),
            "title" or "headline" or "subject" => Capital(string.Join(' ', fake.Lorem.Words(fake.Random.Int(2, 5)))),
            "slug" => string.Join('-', fake.Lorem.Words(3)),
            "street" or "address" or "street_address" or "address_line_1" or "address1" => fake.Address.StreetAddress(),
            "city" or "town" => fake.Address.City(),
            "zip" or "zip_code" or "zipcode" or "postcode" or "postal_code" => fake.Address.ZipCode(),
            "country_code" or "iso" => fake.Address.CountryCode(),
            "country" => length is <= 3 ? fake.Address.CountryCode() : fake.Address.Country(),
            "province" or "region" or "county" => fake.Address.State(),
            "phone" or "telephone" or "mobile" or "fax" => fake.Phone.PhoneNumber("+1-555-01##"),
            "language" or "locale" or "lang" => fake.Random.ListItem(["en", "de", "fr", "es", "it"]),
            "currency" or "currency_code" => fake.Finance.Currency().Code,
            "color" or "colour" => fake.Internet.Color(),
            "sku" or "code" or "reference" or "barcode" => fake.Random.Replace("???-####"),
            "token" or "secret" or "password" or "password_hash" or "remember_token" => fake.Random.AlphaNumeric(Math.Min(length ?? 40, 40)),
            "time_zone" or "timezone" => "Europe/Berlin",
            "ip" or "ip_address" => fake.Internet.Ip(),
            "user_agent" => fake.Internet.UserAgent(),
            _ when name.Contains("email", StringComparison.Ordinal) || name == "mail" => Mail(fake),
            _ when name.Contains("url", StringComparison.Ordinal) || name is "website" or "homepage" or "link" => $"https://example.com/{string.Join('-', fake.Lorem.Words(2))}",
            _ when name.EndsWith("_name", StringComparison.Ordinal) => fake.Name.FullName(),
            _ when name.Contains("phone", StringComparison.Ordinal) => fake.Phone.PhoneNumber("+1-555-01##"),
            _ when length is null or > 400 => fake.Lorem.Paragraph(),
            _ when length is < 12 => fake.Random.AlphaNumeric(length.Value),
            _ => fake.Lorem.Sentence(4),
        };
    }

    /// <summary>A whole number.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="size">Its bytes.</param>
    /// <param name="range">What the checks allow.</param>
    /// <param name="atLeastUpTo">A number below which not all that is believable is enough.</param>
    /// <param name="fake">Makes values.</param>
    internal static long Integer(string column, int size, ColumnRange range, int atLeastUpTo, Faker fake)
    {
        var name = column.ToLowerInvariant();
        var (least, most) = name switch
        {
            "age" => (18, 90),
            "quantity" or "qty" or "count" => (1, 10),
            "stock" or "inventory" => (0, 500),
            "rating" or "stars" => (1, 5),
            "year" => (1970, 2025),
            "percent" or "percentage" or "progress" => (0, 100),
            "position" or "sort" or "sort_order" or "priority" or "level" => (1, 20),
            _ when name.EndsWith("_cents", StringComparison.Ordinal) => (100, 50_000),
            _ => (1, 1000),
        };
        long limit = size switch { 1 => sbyte.MaxValue, 2 => short.MaxValue, _ => int.MaxValue };
        var (low, high) = range.Within(least, Math.Min(Math.Max(most, atLeastUpTo), limit), 1);
        return fake.Random.Long((long)Math.Clamp(low, -limit, limit), (long)Math.Clamp(high, -limit, limit));
    }

    /// <summary>The largest number that is believable.</summary>
    internal static decimal MostOf(string column) => column.ToLowerInvariant() switch
    {
        "latitude" or "lat" => 85,
        "longitude" or "lng" or "lon" => 179,
        "rate" or "percent" or "percentage" or "discount" => 100,
        _ => 1000,
    };

    internal static bool IsBirthday(string column) => column.StartsWith("birth", StringComparison.OrdinalIgnoreCase) || column.Equals("date_of_birth", StringComparison.OrdinalIgnoreCase);

    private static string OfThing(string table, Faker fake) => table switch
    {
        _ when table.Contains("product", StringComparison.Ordinal) || table.Contains("item", StringComparison.Ordinal) => fake.Commerce.ProductName(),
        _ when table.Contains("compan", StringComparison.Ordinal) || table.Contains("supplier", StringComparison.Ordinal) => fake.Company.CompanyName(),
        _ when table.Contains("countr", StringComparison.Ordinal) => fake.Address.Country(),
        _ when table.Contains("cit", StringComparison.Ordinal) => fake.Address.City(),
        _ when table.Contains("categor", StringComparison.Ordinal) => fake.Commerce.Department(1),
        _ when table.Contains("tag", StringComparison.Ordinal) || table.Contains("role", StringComparison.Ordinal) || table.Contains("group", StringComparison.Ordinal) => fake.Lorem.Word(),
        _ => fake.Name.FullName(),
    };

    private static string Mail(Faker fake)
    {
        var letters = $"{fake.Name.FirstName()}.{fake.Name.LastName()}".ToLowerInvariant().Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '.');
        return $"{string.Concat(letters)}@example.com";
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
