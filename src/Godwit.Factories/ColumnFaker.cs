using Bogus;
using Godwit.Schema;

namespace Godwit.Factories;

/// <summary>Makes values that fit the columns of a table: their types, names, checks and keys.</summary>
internal sealed class ColumnFaker
{
    // Fixed, so that the same seed makes the same rows on every day.
    private static readonly DateTime Earliest = new(2023, 1, 1, 8, 0, 0, DateTimeKind.Unspecified);
    private static readonly TimeSpan Span = TimeSpan.FromDays(730);

    // A text of so many characters has room for a mark that no other has.
    private const int SurelyDifferent = 12;

    // Numbers that are unique together with other columns: enough of them for many rows beside each other.
    private const int MostTogether = 1000;

    private readonly Table table;
    private readonly Faker fake;
    private readonly Dictionary<string, ValueKind> kinds;
    private readonly HashSet<string> unique;
    private readonly HashSet<string> together;
    private readonly ColumnOrder[] orders;
    private readonly HashSet<string> referring;
    private readonly Dictionary<string, ColumnRange> ranges;
    private readonly string token;

    internal ColumnFaker(Table table, ValueList<EnumType> enums, Faker fake)
    {
        (this.table, this.fake) = (table, fake);
        kinds = table.Columns.ToDictionary(column => column.Name, column => ValueKind.Of(column.Type, enums));
        unique = [.. UniqueSets(table).Where(set => set.Count == 1).Select(set => set[0])];
        together = [.. UniqueSets(table).Where(set => set.Count > 1).SelectMany(set => set)];
        orders = ColumnOrder.Of(table);
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

    /// <summary>The unique sets whose values are not different by themselves: those with a key of another table, and those that have few values.</summary>
    internal IEnumerable<ValueList<string>> Contested => UniqueSets(table).Where(set =>
        set.Any(referring.Contains) || (set.Count > 1 ? set.Any(column => IsFilled(table.Column(column)!)) : IsFilled(table.Column(set[0])!) && IsNarrow(set[0])));

    /// <summary>Whether a column gets a value here: not what the database makes, what refers to another row, or what says that a row is gone.</summary>
    internal bool IsFilled(Column column) =>
        column is { Identity: null, Generated: null } && (column.Default is null || IsIdentifier(column)) && !referring.Contains(column.Name) && !Seeding.ModelRow.IsRowId(table, column.Name)
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
            return Dialects.FieldText.Value(text, kinds[column.Name]);
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

    /// <summary>Any number below one.</summary>
    internal int Draw(int below) => fake.Random.Int(0, below - 1);

    /// <summary>Values of columns in the row of a number, counted from 0.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="place">The row's number.</param>
    /// <param name="draw">What unique values of few are taken by: the row's number, and another one where what that gives is taken.</param>
    /// <exception cref="GodwitException">A column must have a value, and it is not known what kind.</exception>
    internal Dictionary<string, object?> Values(IEnumerable<Column> columns, int place, int draw)
    {
        var values = columns.ToDictionary(column => column.Name, column => Value(column, place, draw));
        foreach (var order in orders) order.Apply(values);
        return values;
    }

    private object? Value(Column column, int place, int draw)
    {
        var kind = kinds[column.Name];
        var range = ranges[column.Name];
        var isUnique = unique.Contains(column.Name);
        if (IsIdentifier(column)) return Identifier(kind);
        if (range.Values is { Count: > 0 } values) return Read(isUnique ? values[draw % values.Count] : fake.Random.ListItem([.. values]), column);
        return isUnique ? Unique(column, kind, range, place, draw) : Plain(column, kind, range);
    }

    // A key that the database would make, and not say.
    private bool IsIdentifier(Column column) => column.Default is DefaultValue.Expression && Default(column) is null
        && table.PrimaryKey is { Columns: [var key] } && key == column.Name && kinds[column.Name] is { Family: ValueFamily.Uuid } or { Family: ValueFamily.Text, Length: null or >= 36 };

    private object Identifier(ValueKind kind) => kind.Family is ValueFamily.Uuid ? RandomUuid() : RandomUuid().ToString();

    private bool IsNarrow(string column) => ranges[column].Values.Count > 0 || kinds[column].Family switch
    {
        ValueFamily.Integer or ValueFamily.Uuid => false,
        ValueFamily.Text => MostOf(kinds[column], ranges[column]) < SurelyDifferent,
        _ => true,
    };

    private object? Plain(Column column, ValueKind kind, ColumnRange range) => kind.Family switch
    {
        ValueFamily.Text => Sized(ColumnWords.Text(column.Name, table.Name.Name, MostOf(kind, range), fake), kind, range),
        ValueFamily.Integer => ColumnWords.Integer(column.Name, kind.Size, range, together.Contains(column.Name) ? MostTogether : 0, fake),
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

    private object? Unique(Column column, ValueKind kind, ColumnRange range, int place, int draw) => kind.Family switch
    {
        ValueFamily.Integer => Math.Max(Taken.GetValueOrDefault(column.Name), (long)range.Within(1, int.MaxValue, 1).Low - 1) + place + 1,
        ValueFamily.Year => 1970L + (draw % 150),
        ValueFamily.Decimal or ValueFamily.Floating when range == ColumnRange.Any => (decimal)(1 + (draw % Math.Max(1, (long)MostOf(kind)))),
        ValueFamily.Date => DateOnly.FromDateTime(Earliest).AddDays(draw),
        ValueFamily.DateTime => Earliest.AddSeconds(draw),
        ValueFamily.Boolean => draw % 2 == 1,
        ValueFamily.Enum when kind.Values.Count > 0 => kind.Values[draw % kind.Values.Count],
        ValueFamily.Text => UniqueText(column, kind, range, place, draw),
        _ => Plain(column, kind, range),
    };

    private string UniqueText(Column column, ValueKind kind, ColumnRange range, int place, int draw)
    {
        var most = MostOf(kind, range) ?? 120;
        if (most < SurelyDifferent) return Letters(draw, most);
        var mark = $"{token}{place}";
        var text = ColumnWords.Text(column.Name, table.Name.Name, most, fake);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return Sized(at > 0
            ? $"{Fit(text[..at], most - mark.Length - 1 - (text.Length - at))}.{mark}{text[at..]}"
            : $"{Fit(text, most - mark.Length - 1)}{(text.Contains(' ', StringComparison.Ordinal) ? ' ' : '-')}{mark}", kind, range);
    }

    // A number as so many letters: aa, ab, ac …
    private static string Letters(int number, int length) => string.Create(length, number, (letters, rest) =>
    {
        for (var at = letters.Length - 1; at >= 0; at--, rest /= 26) letters[at] = (char)('a' + (rest % 26));
    });

    private decimal Number(Column column, ValueKind kind, ColumnRange range)
    {
        var whole = MostOf(kind);
        var places = Math.Min(kind.Places, 8);
        var step = (decimal)Math.Pow(10, -places);
        var (low, high) = range.Within(Math.Min(1, whole), Math.Min(whole, ColumnWords.MostOf(column.Name)), step);
        high = Math.Min(high, whole);
        return Math.Clamp(Math.Round(fake.Random.Decimal(Math.Min(low, high), high), places), Math.Min(low, high), high);
    }

    // The largest number that its digits can say, or somewhat less.
    private static decimal MostOf(ValueKind kind) => kind.Family is ValueFamily.Floating ? int.MaxValue
        : Math.Clamp(kind.Digits - kind.Places, 0, 9) is var whole and > 0 ? (decimal)Math.Pow(10, whole) - 1 : 0.9m;

    private static int? MostOf(ValueKind kind, ColumnRange range) => range.Longest is { } longest ? Math.Min(longest, kind.Length ?? longest) : kind.Length;

    private string Sized(string text, ValueKind kind, ColumnRange range)
    {
        var fitted = Fit(text, MostOf(kind, range));
        return fitted.Length >= range.Shortest ? fitted : fitted + fake.Random.String2(range.Shortest - fitted.Length);
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
