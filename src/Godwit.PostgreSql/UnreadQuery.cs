namespace Godwit.PostgreSql;

/// <summary>Finds things that the model has no words for, so that nothing is left out in silence.</summary>
/// <param name="queries">Which schemas are read.</param>
internal sealed class UnreadQuery(CatalogQueries queries)
{
    /// <summary>Rows of a kind, a schema or NULL, and a name. The kinds <c>extension</c> and <c>schema</c> are those the model has.</summary>
    internal string Sql => string.Join("\nUNION ALL ", Parts());

    private IEnumerable<string> Parts()
    {
        yield return $"""
            SELECT 'extension', {CatalogQueries.Qualifier("n")}, e.extname::text
            FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname <> 'plpgsql'
            """;
        yield return $"SELECT 'schema', NULL, n.nspname::text FROM pg_namespace n WHERE {queries.InScope} AND n.nspname <> current_schema()";
        yield return Named("CASE t.typtype WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range type' WHEN 'b' THEN 'base type' ELSE 'composite type' END", "t.typname",
            $"pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid {queries.Scope("t.typnamespace")}",
            $"""
            (t.typtype IN ('d', 'r') OR (t.typtype = 'b' AND t.typelem = 0) OR (t.typtype = 'c' AND c.relkind = 'c'))
            AND {CatalogQueries.NotOfExtension("pg_type", "t.oid")}
            """);
        yield return Named("'foreign table'", "c.relname", Relations, "c.relkind = 'f'");
        yield return Named("'rule'", "r.rulename || ' on ' || c.relname", $"pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class {Scoped}", "r.rulename <> '_RETURN'");
        yield return Named("'policy'", "r.polname || ' on ' || c.relname", $"pg_policy r JOIN pg_class c ON c.oid = r.polrelid {Scoped}", "true");
        yield return Own("collation", "pg_collation", "coll");
        yield return Own("operator", "pg_operator", "opr");
        yield return Own("operator class", "pg_opclass", "opc");
        yield return Own("text search configuration", "pg_ts_config", "cfg");
        yield return Own("text search dictionary", "pg_ts_dict", "dict");
        yield return Own("statistics", "pg_statistic_ext", "stx");
        yield return Named("'aggregate'", "p.proname", $"pg_proc p {queries.Scope("p.pronamespace")} JOIN pg_aggregate g ON g.aggfnoid = p.oid",
            $"{CatalogQueries.UnusualAggregate} AND {CatalogQueries.NotOfExtension("pg_proc", "p.oid")}");
        yield return $"SELECT 'event trigger', NULL, t.evtname::text FROM pg_event_trigger t WHERE {CatalogQueries.NotOfExtension("pg_event_trigger", "t.oid")}";
        yield return "SELECT 'publication', NULL, p.pubname::text FROM pg_publication p";
        yield return """
            SELECT 'subscription', NULL, s.subname::text
            FROM pg_subscription s JOIN pg_database b ON b.oid = s.subdbid AND b.datname = current_database()
            """;
        yield return $"SELECT 'foreign server', NULL, s.srvname::text FROM pg_foreign_server s WHERE {CatalogQueries.NotOfExtension("pg_foreign_server", "s.oid")}";
    }

    private string Scoped => queries.Scope("c.relnamespace");

    private string Relations => "pg_class c " + Scoped;

    // The columns of such a catalog begin with a few letters of its own.
    private string Own(string kind, string catalog, string letters) =>
        Named($"'{kind}'", $"x.{letters}name", $"{catalog} x {queries.Scope($"x.{letters}namespace")}", CatalogQueries.NotOfExtension(catalog, "x.oid"));

    private static string Named(string kind, string name, string from, string condition) =>
        $"SELECT {kind}, {CatalogQueries.Qualifier("n")}, ({name})::text FROM {from} WHERE {condition}";
}
