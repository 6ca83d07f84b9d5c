using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>
/// The check that a column holds one of some texts. The server stores <c>state IN ('a', 'b')</c> as
/// <c>((state)::text = ANY ((ARRAY['a'::character varying, …])::text[]))</c>; the first is the canonical form here.
/// </summary>
internal static class AllowedValues
{
    /// <summary>The name that PostgreSQL itself gives to a check of one column.</summary>
    internal static string CheckName(ObjectName table, string column) => ChosenName.Of(table.Name, column, "check");

    /// <summary>The check of a column whose type is <see cref="ColumnType.Enum"/>.</summary>
    internal static CheckConstraint Check(ObjectName table, string column, ValueList<string> values) => values.Count > 0
        ? new CheckConstraint(CheckName(table, column), Predicate(column, values))
        : throw new GodwitException(ErrorCode.InvalidDefinition, $"The enum {column} of {table} has no values.", "Give it at least one.");

    /// <summary>The predicate in its canonical form when it is one of this kind; otherwise as it is.</summary>
    internal static string Canonical(string predicate, Table table)
    {
        var tokens = new ExpressionTokens(predicate);
        if (tokens.Name() is not { } name || table.Column(name) is not { } column || Values(tokens) is not { } values) return predicate;
        return tokens.AtEnd && !tokens.HasOtherCast && HoldsText(column) ? Predicate(name, values) : predicate;
    }

    private static string Predicate(string column, ValueList<string> values) =>
        $"{PostgreSqlNames.Quote(column)} IN ({string.Join(", ", values.Select(PostgreSqlLiterals.Quoted))})";

    // IN is stored as = ANY (ARRAY[…]), and with one value only as =.
    private static ValueList<string>? Values(ExpressionTokens tokens)
    {
        var isList = tokens.Accept("IN");
        if (!isList && !tokens.Accept("=")) return null;
        var isArray = !isList && tokens.Accept("ANY");
        if (isArray && !(tokens.Accept("ARRAY") && tokens.Accept("["))) return null;
        var values = new List<string>();
        do
        {
            if (tokens.String() is not { } value) return null;
            values.Add(value);
        }
        while ((isList || isArray) && tokens.Accept(","));
        return isArray && !tokens.Accept("]") ? null : values.ToValueList();
    }

    private static bool HoldsText(Column column) =>
        PostgreSqlTypes.Canonical(column.Type) is ColumnType.Native native && TypeFamilies.Of(native.Sql) is TypeFamily.Text;
}
