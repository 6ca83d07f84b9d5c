using System.Globalization;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Writing;

/// <summary>A column in the words of the schema builder: <c>String("title", 200).Nullable()</c>.</summary>
internal static class ColumnText
{
    /// <param name="column">The column.</param>
    /// <param name="product">The database by name, in whose words its type may be.</param>
    internal static string Of(Column column, string product)
    {
        var type = NativeType.Worded(column.Type, product);
        return $"{Begin(column, type, product)}{(column.IsNullable ? ".Nullable()" : "")}{Default(column.Default, type)}{Generated(column.Generated)}"
            + $"{Said("Charset", column.Charset)}{Said("Collation", column.Collation)}{(column.IsInvisible ? ".Invisible()" : "")}{OnUpdate(column.OnUpdate)}{Said("Comment", column.Comment)}";
    }

    /// <summary>What changes about a column: <c>Change("title").NotNull()</c>.</summary>
    internal static string Of(ColumnChange change, string product)
    {
        var begin = change.Type is null ? $"Change({CSharpLiteral.Text(change.Column)})" : $"{Typed(change.Column, NativeType.Worded(change.Type, product))}.Change()";
        return begin
            + (change.IsNullable switch { true => ".Nullable()", false => ".NotNull()", null => "" })
            + (change.Default is { } value ? value.Value is null ? ".NoDefault()" : Default(value.Value, change.Type is null ? null : NativeType.Worded(change.Type, product)) : "")
            + (change.Identity is { } identity ? identity.Value is null ? ".NotIdentity()" : Identity(identity.Value, product) : "")
            + (change.Generated is { } generated ? generated.Value is null ? ".NotGenerated()" : Generated(generated.Value) : "")
            + Mentioned("Charset", change.Charset) + Mentioned("Collation", change.Collation)
            + (change.IsInvisible switch { true => ".Invisible()", false => ".Visible()", null => "" })
            + (change.OnUpdate is { } update ? update.Value is null ? ".NotOnUpdate()" : OnUpdate(update.Value) : "")
            + Mentioned("Comment", change.Comment);
    }

    /// <summary>Whether the column numbers the rows as Id() and its like do, which make it the primary key as well.</summary>
    internal static bool IsIncrements(Column column, string product) =>
        column.Identity is { Start: null, Increment: null } identity && NativeType.Worded(column.Type, product) is ColumnType.Integer type
        && (product is not ("mysql" or "mariadb") || type.Unsigned)
        && (identity.Kind is IdentityKind.AutoIncrement || (identity.Kind is IdentityKind.ByDefault && product is "postgresql"));

    private static string Begin(Column column, ColumnType type, string product)
    {
        if (column.Identity is null) return Typed(column.Name, type);
        if (!IsIncrements(column, product)) return Typed(column.Name, type) + Identity(column.Identity, product);
        var size = product is "sqlite" && column.Type is ColumnType.Native ? IntegerSize.Big : ((ColumnType.Integer)type).Size;
        return size switch
        {
            IntegerSize.Big when column.Name == "id" => "Id()",
            IntegerSize.Big => $"Id({CSharpLiteral.Text(column.Name)})",
            IntegerSize.Regular => $"Increments({CSharpLiteral.Text(column.Name)})",
            _ => $"{size}Increments({CSharpLiteral.Text(column.Name)})",
        };
    }

    private static string Typed(string name, ColumnType type)
    {
        var quoted = CSharpLiteral.Text(name);
        return type switch
        {
            ColumnType.Integer { Unsigned: true } integer => $"Unsigned{Size(integer.Size)}Integer({quoted})",
            ColumnType.Integer integer => $"{Size(integer.Size)}Integer({quoted})",
            ColumnType.Char text => $"Char({quoted}, {text.Length})",
            ColumnType.String { Length: 255 } => $"String({quoted})",
            ColumnType.String text => $"String({quoted}, {text.Length})",
            ColumnType.Text { Size: TextSize.Regular } => $"Text({quoted})",
            ColumnType.Text text => $"{text.Size}Text({quoted})",
            ColumnType.Float { Precision: 53 } => $"Float({quoted})",
            ColumnType.Float number => $"Float({quoted}, {number.Precision})",
            ColumnType.Double => $"Double({quoted})",
            ColumnType.Decimal number => $"Decimal({quoted}, {number.Total}, {number.Places}){(number.Unsigned ? ".Unsigned()" : "")}",
            ColumnType.Boolean => $"Boolean({quoted})",
            ColumnType.Enum values => $"Enum({quoted}, {CSharpLiteral.List(values.Values)})",
            ColumnType.Set values => $"Set({quoted}, {CSharpLiteral.List(values.Values)})",
            ColumnType.NativeEnum named => $"NativeEnum({quoted}, {CSharpLiteral.Text(named.Name.ToString())})",
            ColumnType.Json => $"Json({quoted})",
            ColumnType.JsonBinary => $"Jsonb({quoted})",
            ColumnType.Date => $"Date({quoted})",
            ColumnType.DateTime moment => Timed("DateTime", quoted, moment.Precision, moment.WithZone),
            ColumnType.Timestamp moment => Timed("Timestamp", quoted, moment.Precision, moment.WithZone),
            ColumnType.Time time => Timed("Time", quoted, time.Precision, time.WithZone),
            ColumnType.Year => $"Year({quoted})",
            ColumnType.Binary { IsFixed: true } bytes => $"FixedBinary({quoted}, {bytes.Length})",
            ColumnType.Binary { Length: { } length } => $"Binary({quoted}, {length})",
            ColumnType.Binary => $"Binary({quoted})",
            ColumnType.Uuid => $"Uuid({quoted})",
            ColumnType.Ulid { Length: 26 } => $"Ulid({quoted})",
            ColumnType.Ulid text => $"Ulid({quoted}, {text.Length})",
            ColumnType.IpAddress => $"IpAddress({quoted})",
            ColumnType.MacAddress => $"MacAddress({quoted})",
            ColumnType.Geometry shape => $"Geometry({quoted}, {CSharpLiteral.Of(shape.Subtype)}, {shape.Srid})",
            ColumnType.Geography shape => $"Geography({quoted}, {CSharpLiteral.Of(shape.Subtype)}, {shape.Srid})",
            ColumnType.Vector { Dimensions: { } dimensions } => $"Vector({quoted}, {dimensions})",
            ColumnType.Vector => $"Vector({quoted})",
            ColumnType.TextSearch => $"Tsvector({quoted})",
            ColumnType.Native native => $"RawColumn({quoted}, {CSharpLiteral.Text(native.Sql)})",
            _ => throw new InvalidOperationException($"No word for {type}."),
        };
    }

    private static string Size(IntegerSize size) => size is IntegerSize.Regular ? "" : size.ToString();

    private static string Timed(string word, string name, int precision, bool withZone) => $"{word}{(withZone ? "Tz" : "")}({name}{(precision == 0 ? "" : $", {precision}")})";

    private static string Default(DefaultValue? value, ColumnType? type) => value switch
    {
        DefaultValue.Literal literal => $".Default({CSharpLiteral.Of(OfType(literal.Value, type))})",
        DefaultValue.CurrentTimestamp when type is null || ColumnRules.HoldsMoments(type) => ".UseCurrent()",
        // A text of SQLite, which has no type for it.
        DefaultValue.CurrentTimestamp => ".DefaultRaw(\"CURRENT_TIMESTAMP\")",
        DefaultValue.Expression expression => $".DefaultRaw({CSharpLiteral.Text(expression.Sql)})",
        _ => "",
    };

    // MySQL's and MariaDB's catalogs show every default as a text.
    private static object? OfType(object? value, ColumnType? type) => (type, value) switch
    {
        (ColumnType.Boolean, "0" or "1") => value is "1",
        (ColumnType.Decimal, string text) when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        (ColumnType.Integer, string text) when long.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        (ColumnType.Float or ColumnType.Double, string text) when double.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        _ => value,
    };

    private static string Identity(Identity identity, string product)
    {
        var numbers = (identity.Start, identity.Increment) switch
        {
            (null, null) => "",
            ({ } start, null) => $"start: {start}",
            (null, { } increment) => $"increment: {increment}",
            ({ } start, { } increment) => $"{start}, {increment}",
        };
        return identity.Kind is IdentityKind.AutoIncrement && product is not "postgresql"
            ? $".AutoIncrement(){(identity.Start is { } first ? $".From({first})" : "")}"
            : $".GeneratedAs({numbers}){(identity.Kind is IdentityKind.Always ? ".Always()" : "")}";
    }

    private static string Generated(GeneratedExpression? generated) =>
        generated is null ? "" : $".{(generated.Storage is GeneratedStorage.Stored ? "Stored" : "Virtual")}As({CSharpLiteral.Text(generated.Sql)})";

    // The builder has a word for the present moment only, which is all that the databases know.
    private static string OnUpdate(string? expression) => expression is null ? "" : ".UseCurrentOnUpdate()";

    private static string Said(string word, string? text) => text is null ? "" : $".{word}({CSharpLiteral.Text(text)})";

    private static string Mentioned(string word, Mention<string?>? mention) => mention is null ? "" : $".{word}({CSharpLiteral.Of(mention.Value)})";
}
