namespace Godwit.MySql;

/// <summary>Questions to the catalog about things by their names, as a script writes them.</summary>
internal static class MySqlCatalog
{
    /// <summary>Yields a row if the table, view or sequence is there.</summary>
    internal static string FindTable(string written)
    {
        var (schema, name) = Split(written);
        return $"SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = {schema} AND TABLE_NAME = {name}";
    }

    /// <summary>Yields a row if the table has such a thing.</summary>
    internal static string Find(string table, AlteredThing thing, string written)
    {
        var (schema, name) = Split(table);
        var (view, column) = thing switch
        {
            AlteredThing.Column => ("COLUMNS", "COLUMN_NAME"),
            AlteredThing.Index => ("STATISTICS", "INDEX_NAME"),
            _ => ("TABLE_CONSTRAINTS", "CONSTRAINT_NAME"),
        };
        return $"SELECT 1 FROM information_schema.{view} WHERE TABLE_SCHEMA = {schema} AND TABLE_NAME = {name} AND {column} = {Literal(written)} LIMIT 1";
    }

    /// <summary>A name that is not qualified, in the schema of another one.</summary>
    internal static string Beside(string written, string name)
    {
        var dot = written.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 || name.Contains('.', StringComparison.Ordinal) ? name : written[..(dot + 1)] + name;
    }

    /// <summary>A name's schema and last part, as expressions.</summary>
    internal static (string Schema, string Name) Split(string written)
    {
        var dot = written.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? ("DATABASE()", Literal(written)) : (Literal(written[..dot]), Literal(written[(dot + 1)..]));
    }

    /// <summary>A name as a string.</summary>
    internal static string Literal(string written) => MySqlDialect.Instance.Literal(
        written.StartsWith('`') ? written[1..^1].Replace("``", "`", StringComparison.Ordinal) : written);
}
