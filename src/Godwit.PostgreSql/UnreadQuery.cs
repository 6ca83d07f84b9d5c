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
        yield return Named("'statistics target of column'", "a.attnum || ' of ' || c.relname",
            $"pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 {Scoped}", "c.relkind IN ('i', 'I') AND coalesce(a.attstattarget, -1) <> -1");
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
        yield return $"SELECT 'foreign-data wrapper', NULL, w.fdwname::text FROM pg_foreign_data_wrapper w WHERE {CatalogQueries.NotOfExtension("pg_foreign_data_wrapper", "w.oid")}";
        yield return "SELECT 'user mapping', NULL, coalesce(m.usename, 'public') || ' on ' || m.srvname FROM pg_user_mappings m";
        yield return $"SELECT 'cast', NULL, format_type(t.castsource, NULL) || ' as ' || format_type(t.casttarget, NULL) FROM pg_cast t WHERE t.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_cast'::regclass AND e.objid = t.oid AND e.deptype IN ('e', 'i'))";
        yield return $"SELECT 'language', NULL, l.lanname::text FROM pg_language l WHERE l.oid >= 16384 AND {CatalogQueries.NotOfExtension("pg_language", "l.oid")}";
        yield return Own("conversion", "pg_conversion", "con");
        yield return Own("text search parser", "pg_ts_parser", "prs");
        yield return Own("text search template", "pg_ts_template", "tmpl");
        yield return Own("operator family", "pg_opfamily", "opf");
        yield return $"SELECT 'comment on ' || o.type, NULL, {Unqualified} FROM {queries.Comments}";
        yield return "SELECT 'publication', NULL, p.pubname::text FROM pg_publication p";
        yield return """
            SELECT 'subscription', NULL, s.subname::text
            FROM pg_subscription s JOIN pg_database b ON b.oid = s.subdbid AND b.datname = current_database()
            """;
        yield return $"SELECT 'foreign server', NULL, s.srvname::text FROM pg_foreign_server s WHERE {CatalogQueries.NotOfExtension("pg_foreign_server", "s.oid")}";
    }

    /// <summary>What a comment is about, without the current schema's name.</summary>
    internal static string Unqualified => "replace(o.identity, quote_ident(current_schema()) || '.', '')";

    private string Scoped => queries.Scope("c.relnamespace");

    private string Relations => "pg_class c " + Scoped;

    // The columns of such a catalog begin with a few letters of its own.
    private string Own(string kind, string catalog, string letters) =>
        Named($"'{kind}'", $"x.{letters}name", $"{catalog} x {queries.Scope($"x.{letters}namespace")}", CatalogQueries.NotOfExtension(catalog, "x.oid"));

    private static string Named(string kind, string name, string from, string condition) =>
        $"SELECT {kind}, {CatalogQueries.Qualifier("n")}, ({name})::text FROM {from} WHERE {condition}";
}
