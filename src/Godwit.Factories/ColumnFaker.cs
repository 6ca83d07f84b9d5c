using Bogus;
using Godwit.Schema;

namespace Godwit.Factories;

/// <summary>Makes values that fit the columns of a table: their types, names, checks and keys.</summary>
internal sealed class ColumnFaker
{
    // Fixed, so that the same seed makes the same rows on every day.
    private static readonly DateTime Earliest = new(2023, 1, 1, 8, 0, 0, DateTimeKind.Unspecified);
    private static readonly TimeSpan Span = TimeSpan.FromDays(730);

    private readonly Table table;
    private readonly Faker fake;
    private readonly Dictionary<string, ValueKind> kinds;
    private readonly HashSet<string> unique;
    private readonly HashSet<string> referring;
    private readonly Dictionary<string, ColumnRange> ranges;
    private readonly string token;

    internal ColumnFaker(Table table, ValueList<EnumType> enums, Faker fake)
    {
        (this.table, this.fake) = (table, fake);
        kinds = table.Columns.ToDictionary(column => column.Name, column => ValueKind.Of(column.Type, enums));
        unique = [.. UniqueSets(table).Where(set => set.Count == 1).Select(set => set[0])];
        referring = [.. table.ForeignKeys.SelectMany(key => key.Columns)];
        ranges = table.Columns.ToDictionary(column => column.Name, column => ColumnRange.Of(column.Name, table.Checks));
        token = fake.Random.Hexadecimal(5, "");
    }

    /// <summary>The largest number that a unique column holds already, by column.</summary>
    internal Dictionary<string, long> Taken { get; } = [];

    /// <summary>The unique columns that hold whole numbers: they go on after the largest that is there.</summary>
    internal IEnumerable<string> Numbered => unique.Where(name => !referring.Contains(name) && kinds[name].Family is ValueFamily.Integer && IsFilled(table.Column(name)!));

    /// <summary>The columns that tell rows apart: those of the primary key and of each unique constraint or index.</summary>
    internal static IEnumerable<ValueList<string>> UniqueSets(Table table) =>
    [
        .. table.PrimaryKey is { } key ? [key.Columns] : Array.Empty<ValueList<string>>(),
        .. table.Uniques.Select(constraint => constraint.Columns),
        .. table.Indexes.Where(index => index.IsUnique && index.Parts.All(part => table.Column(part.Expression) is not null)).Select(index => index.Parts.Select(part => part.Expression).ToValueList()),
    ];

    /// <summary>Whether a column gets a value here: not what the database makes, what refers to another row, or what says that a row is gone.</summary>
    internal bool IsFilled(Column column) =>
        column is { Identity: null, Generated: null, Default: null } && !referring.Contains(column.Name) && !Seeding.ModelRow.IsRowId(table, column.Name)
        && !(column.IsNullable && (column.Name is "deleted_at" or "archived_at" || kinds[column.Name].Family is ValueFamily.Other));

    /// <summary>The value that the database gives a column which is not stated, where it is a plain one; null where it is computed.</summary>
    internal object? Default(Column column) => column.Default switch
    {
        // MySQL's catalog keeps each as a text
        DefaultValue.Literal { Value: string text } => Read(text, column),
        DefaultValue.Literal literal => literal.Value,
        DefaultValue.Expression expression => Plain(expression.Sql) is { } text ? Read(text, column) : null,
        _ => null,
    };

    private object? Read(string text, Column column)
    {
        try
        {
            return Seeding.FieldText.Value(text, kinds[column.Name]);
        }
        catch (FormatException)
        {
            // an expression that only begins like a value
            return null;
        }
    }

    // The text of an expression that is a value by itself: 'open'::character varying, (0), true.
    private static string? Plain(string expression)
    {
        var cast = expression.IndexOf("::", StringComparison.Ordinal);
        var sql = (cast < 0 ? expression : expression[..cast]).Trim().Trim('(', ')');
        if (sql.StartsWith('\'')) return ValueKind.Quoted(sql).First();
        return sql.Length > 0 && (char.IsAsciiDigit(sql[0]) || sql[0] is '-' || bool.TryParse(sql, out _)) ? sql : null;
    }

    /// <summary>A value of a column in the row of a number, counted from 0.</summary>
    /// <exception cref="GodwitException">The column must have a value, and it is not known what kind.</exception>
    internal object? Value(Column column, int place)
    {
        var kind = kinds[column.Name];
        var range = ranges[column.Name];
        if (range.Values.Count > 0) return fake.Random.ListItem([.. range.Values]);
        return unique.Contains(column.Name) ? Unique(column, kind, place) : Plain(column, kind, range);
    }

    private object? Plain(Column column, ValueKind kind, ColumnRange range) => kind.Family switch
    {
        ValueFamily.Text => Fit(ColumnWords.Text(column.Name, table.Name.Name, kind.Length, fake), kind.Length),
        ValueFamily.Integer => ColumnWords.Integer(column.Name, kind.Size, range, fake),
        ValueFamily.Decimal => Number(column, kind, range),
        ValueFamily.Floating => (double)Number(column, kind with { Digits = 8, Places = 4 }, range),
        ValueFamily.Boolean => fake.Random.Bool(),
        ValueFamily.Date => DateOnly.FromDateTime(ColumnWords.IsBirthday(column.Name) ? Earliest.AddDays(-fake.Random.Int(18 * 365, 80 * 365)) : Moment()),
        ValueFamily.DateTime => Moment(),
        ValueFamily.Time => new TimeOnly(fake.Random.Int(0, 23), fake.Random.Int(0, 59), fake.Random.Int(0, 59)),
        ValueFamily.Year => (long)fake.Random.Int(1970, 2025),
        ValueFamily.Uuid => RandomUuid(),
        ValueFamily.Json => "{}",
        ValueFamily.Bytes => fake.Random.Bytes(Math.Min(kind.Length ?? 16, 16)),
        ValueFamily.Enum when kind.Values.Count > 0 => fake.Random.ListItem([.. kind.Values]),
        ValueFamily.IpAddress => fake.Internet.Ip(),
        _ when column.IsNullable => null,
        _ => throw new GodwitException(
            ErrorCode.NotSupported, $"{table.Name}.{column.Name} must have a value, and what its type holds is not known here.", $"Set it in the factory's Define."),
    };

    private object? Unique(Column column, ValueKind kind, int place)
    {
        if (kind.Family is ValueFamily.Integer or ValueFamily.Year) return Taken.GetValueOrDefault(column.Name) + place + 1;
        if (kind.Family is ValueFamily.Decimal or ValueFamily.Floating) return (decimal)(place + 1);
        if (kind.Family is ValueFamily.Date) return DateOnly.FromDateTime(Earliest).AddDays(place);
        if (kind.Family is ValueFamily.DateTime) return Earliest.AddSeconds(place);
        if (kind.Family is not ValueFamily.Text) return Plain(column, kind, ColumnRange.Any);
        var most = kind.Length ?? 120;
        var mark = $"{token}{place}";
        if (most <= mark.Length) return mark[^most..];
        var text = ColumnWords.Text(column.Name, table.Name.Name, kind.Length, fake);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0
            ? $"{Fit(text[..at], most - mark.Length - 1 - (text.Length - at))}.{mark}{text[at..]}"
            : $"{Fit(text, most - mark.Length - 1)}{(text.Contains(' ', StringComparison.Ordinal) ? ' ' : '-')}{mark}";
    }

    private decimal Number(Column column, ValueKind kind, ColumnRange range)
    {
        var whole = Math.Clamp(kind.Digits - kind.Places, 0, 9);
        var most = Math.Min(whole == 0 ? 0.9m : (decimal)Math.Pow(10, whole) - 1, ColumnWords.MostOf(column.Name));
        return Math.Round(fake.Random.Decimal(Math.Min(range.Least(1), most), Math.Min(most, range.Most ?? most)), Math.Min(kind.Places, 8));
    }

    // Of version 4 (RFC 9562, 5.4): MariaDB refuses others that are only random.
    private Guid RandomUuid()
    {
        var bytes = fake.Random.Bytes(16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private DateTime Moment() => Earliest.AddSeconds(fake.Random.Int(0, (int)Span.TotalSeconds));

    private static string Fit(string text, int? most) => most is { } length && text.Length > length ? text[..Math.Max(0, length)].TrimEnd() : text;
}
