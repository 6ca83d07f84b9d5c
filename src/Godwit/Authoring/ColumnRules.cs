using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <summary>What makes no sense in a column, on any database.</summary>
internal static class ColumnRules
{
    /// <summary>Throws when what was said of a column so far contradicts itself.</summary>
    /// <exception cref="GodwitException">It does; the message names the column and what to do.</exception>
    internal static void Check(TableCall call, ColumnChange column)
    {
        CheckType(call, column);
        CheckDefault(call, column);
        CheckIdentity(call, column);
        if (column.Generated?.Value is not null && column.OnUpdate?.Value is not null)
            throw Error(call, column, "is computed from an expression and set by every update", "Leave one of them out.");
        if ((column.Collation?.Value ?? column.Charset?.Value) is { } way && column.Type is { } type && !IsText(type))
            throw Error(call, column, $"has the collation or character set {way} and holds no text", "Leave it out.");
        if (column.OnUpdate?.Value is not null && column.Type is { } moment && !IsMoment(moment))
            throw Error(call, column, "is set to the present moment by every update and holds no date and time", "Make it a Timestamp or DateTime.");
    }

    /// <summary>Throws when a new column contradicts itself.</summary>
    /// <exception cref="GodwitException">It does; the message names the column and what to do.</exception>
    internal static void CheckNew(TableCall call, Column column)
    {
        if (column.Default is DefaultValue.Literal { Value: null } && !column.IsNullable)
            throw call.Error($"The column {column.Name} of {call.Table} has the default NULL and may not be NULL.", "Say .Nullable(), or leave the default out.");
    }

    private static GodwitException Error(TableCall call, ColumnChange column, string problem, string remedy) =>
        call.Error($"The column {column.Column} of {call.Table} {problem}.", remedy);

    private static void CheckType(TableCall call, ColumnChange column)
    {
        var problem = column.Type switch
        {
            ColumnType.Char type when type.Length < 1 => $"has the length {type.Length}, and needs at least 1",
            ColumnType.String type when type.Length < 1 => $"has the length {type.Length}, and needs at least 1",
            ColumnType.Ulid type when type.Length < 1 => $"has the length {type.Length}, and needs at least 1",
            ColumnType.Binary { Length: < 1 } type => $"has the length {type.Length}, and needs at least 1",
            ColumnType.Binary { Length: null, IsFixed: true } => "has a fixed length and does not say which",
            ColumnType.Float type when type.Precision is < 1 or > 53 => $"has a precision of {type.Precision} bits, and may have 1 to 53",
            ColumnType.Decimal type when type.Total < 1 => $"has {type.Total} digits, and needs at least 1",
            ColumnType.Decimal type when type.Places < 0 || type.Places > type.Total => $"has {type.Places} of its {type.Total} digits after the point",
            ColumnType.DateTime type when IsNoPrecision(type.Precision) => $"has {type.Precision} digits after the seconds' point, and may have 0 to 6",
            ColumnType.Timestamp type when IsNoPrecision(type.Precision) => $"has {type.Precision} digits after the seconds' point, and may have 0 to 6",
            ColumnType.Time type when IsNoPrecision(type.Precision) => $"has {type.Precision} digits after the seconds' point, and may have 0 to 6",
            ColumnType.Geometry type when type.Srid < 0 => $"has the spatial reference system {type.Srid}, and none is negative",
            ColumnType.Geography type when type.Srid < 0 => $"has the spatial reference system {type.Srid}, and none is negative",
            ColumnType.Vector { Dimensions: < 1 } type => $"has {type.Dimensions} dimensions, and needs at least 1",
            // None at all is something else: SQLite knows columns without a type.
            ColumnType.Native { Sql.Length: > 0 } type when string.IsNullOrWhiteSpace(type.Sql) => "has an empty type",
            _ => null,
        };
        if (problem is not null) throw Error(call, column, problem, "Correct its type.");
    }

    /// <summary>Whether the present moment may be the default of a column of the type.</summary>
    internal static bool HoldsMoments(ColumnType type) => IsMoment(type) || type is ColumnType.Date or ColumnType.Time or ColumnType.Year or ColumnType.Native;

    private static void CheckDefault(TableCall call, ColumnChange column)
    {
        if (column.Default?.Value is not { } value) return;
        if (column.Generated?.Value is not null) throw Error(call, column, "is computed from an expression and has a default", "Leave one of them out.");
        if (column.Identity?.Value is not null) throw Error(call, column, "numbers its rows by itself and has a default", "Leave one of them out.");
        if (column.Type is not { } type) return;
        if (value is DefaultValue.CurrentTimestamp && !HoldsMoments(type))
            throw Error(call, column, $"has the present moment as its default and is {Noun(type)}", "Make it a Timestamp, or give it another default.");
        if (value is DefaultValue.Literal { Value: { } literal } && DefaultRules.Misfit(type, literal) is { } wanted)
        {
            throw Error(
                call, column, $"is {Noun(type)}, and its default {AuthoredValue.Show(literal)} is a {literal.GetType().Name}, not {wanted}",
                $"Give it {wanted}, or an expression that the database computes, with Raw.Sql(\"…\").");
        }
    }

    private static void CheckIdentity(TableCall call, ColumnChange column)
    {
        if (column.Identity?.Value is null) return;
        if (column.Generated?.Value is not null) throw Error(call, column, "numbers its rows by itself and is computed from an expression", "Leave one of them out.");
        if (column.Type is { } type and not (ColumnType.Integer or ColumnType.Native))
            throw Error(call, column, $"numbers its rows by itself and is {Noun(type)}", "Make it a whole number.");
    }

    private static bool IsNoPrecision(int precision) => precision is < 0 or > 6;

    private static bool IsMoment(ColumnType type) => type is ColumnType.DateTime or ColumnType.Timestamp or ColumnType.Native;

    private static bool IsText(ColumnType type) =>
        type is ColumnType.Char or ColumnType.String or ColumnType.Text or ColumnType.Enum or ColumnType.Set or ColumnType.Ulid or ColumnType.Native;

    // The method of the schema builder that makes it, which is what the author wrote or will look for.
    private static string Noun(ColumnType type) => $"of the type {type.GetType().Name}";
}
