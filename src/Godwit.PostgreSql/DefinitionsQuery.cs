namespace Godwit.PostgreSql;

/// <summary>
/// The statements that make what <see cref="UnreadQuery"/> and the notes of <see cref="CatalogQueries"/> name, in one query: rows of
/// that name, the place, the schema or NULL and the name that others speak of it by, and the statement.
/// </summary>
/// <param name="queries">Which schemas are read.</param>
/// <param name="version">The server's major version.</param>
internal sealed class DefinitionsQuery(CatalogQueries queries, int version)
{
    private const string Before = "before";
    private const string After = "after";

    internal string Sql => string.Join("\nUNION ALL ", [.. new TypeDefinitions(this, version).Parts(), .. new TableDefinitions(this, version).Parts(), .. new OtherDefinitions(this, version).Parts()]);

    internal CatalogQueries Queries => queries;

    /// <summary>What columns can be of, or what else has to be there before tables.</summary>
    internal static string Made(string kind, string name, string definition, string from, string catalog, string oid, string? condition = null) =>
        Row(kind, name, Before, name, definition, $"{from} WHERE {CatalogQueries.NotOfExtension(catalog, oid)}{And(condition)}");

    /// <summary>A property of a table, or what is built on it: its name in the list is followed by the table's.</summary>
    internal string Of(string kind, string name, string definition, string from, string condition, string place = After) =>
        $"SELECT '{kind} ' || {name}, '{place}', {CatalogQueries.Qualifier("n")}, c.relname::text, {definition} FROM {from} {queries.Scope("c.relnamespace")} WHERE {condition}";

    /// <summary>Something of the whole database.</summary>
    internal static string OfDatabase(string kind, string name, string place, string definition, string from) =>
        $"SELECT '{kind} ' || {name}, '{place}', NULL, {name}::text, {definition} FROM {from}";

    /// <summary>A name as lists show it.</summary>
    internal static string Plain(string schema, string name) => $"CASE {schema}.nspname WHEN current_schema() THEN '' ELSE {schema}.nspname || '.' END || {name}";

    /// <summary>A name as statements have it.</summary>
    internal static string Quoted(string schema, string name) => $"CASE {schema}.nspname WHEN current_schema() THEN '' ELSE quote_ident({schema}.nspname) || '.' END || quote_ident({name})";

    private static string Row(string kind, string shown, string place, string name, string definition, string from) =>
        $"SELECT '{kind} ' || {Plain("n", shown)}, '{place}', {CatalogQueries.Qualifier("n")}, {name}::text, {definition} FROM {from}";

    private static string And(string? condition) => condition is null ? "" : $" AND {condition}";
}
