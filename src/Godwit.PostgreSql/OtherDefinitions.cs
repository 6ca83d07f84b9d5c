namespace Godwit.PostgreSql;

/// <summary>Statements that make what is built on tables, what belongs to the whole database, and comments.</summary>
internal sealed class OtherDefinitions(DefinitionsQuery query, int version)
{
    internal IEnumerable<string> Parts()
    {
        yield return DefinitionsQuery.OfDatabase("foreign-data wrapper", "w.fdwname", "before",
            $"format('CREATE FOREIGN DATA WRAPPER %I', w.fdwname) || CASE WHEN w.fdwhandler <> 0 THEN ' HANDLER ' || w.fdwhandler::regproc ELSE '' END"
            + $" || CASE WHEN w.fdwvalidator <> 0 THEN ' VALIDATOR ' || w.fdwvalidator::regproc ELSE '' END || {Options("w.fdwoptions")}",
            $"pg_foreign_data_wrapper w WHERE {CatalogQueries.NotOfExtension("pg_foreign_data_wrapper", "w.oid")}");
        yield return DefinitionsQuery.OfDatabase("foreign server", "s.srvname", "before",
            $"format('CREATE SERVER %I', s.srvname) || coalesce(' TYPE ' || quote_literal(s.srvtype), '') || coalesce(' VERSION ' || quote_literal(s.srvversion), '')"
            + $" || ' FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname) || {Options("s.srvoptions")}",
            $"pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw WHERE {CatalogQueries.NotOfExtension("pg_foreign_server", "s.oid")}");
        yield return DefinitionsQuery.Made("foreign table", "c.relname", ForeignTable,
            $"pg_class c JOIN pg_foreign_table f ON f.ftrelid = c.oid JOIN pg_foreign_server s ON s.oid = f.ftserver {query.Queries.Scope("c.relnamespace")}", "pg_class", "c.oid");
        yield return query.Of("rule", $"{DefinitionsQuery.Plain("n", "r.rulename")} || ' on ' || c.relname", "rtrim(pg_get_ruledef(r.oid), ';')", "pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class", "r.rulename <> '_RETURN'");
        yield return query.Of("policy", $"{DefinitionsQuery.Plain("n", "p.polname")} || ' on ' || c.relname", Policy, "pg_policy p JOIN pg_class c ON c.oid = p.polrelid", "true");
        yield return query.Of("statistics", DefinitionsQuery.Plain("n", "x.stxname"), Statistics, "pg_statistic_ext x JOIN pg_class c ON c.oid = x.stxrelid", "true");
        yield return DefinitionsQuery.OfDatabase("publication", "p.pubname", "after", Publication, "pg_publication p");
        yield return DefinitionsQuery.OfDatabase("event trigger", "y.evtname", "last",
            """
            format('CREATE EVENT TRIGGER %I ON %s', y.evtname, y.evtevent)
            || coalesce(' WHEN TAG IN (' || (SELECT string_agg(quote_literal(g), ', ') FROM unnest(y.evttags) g) || ')', '') || format(' EXECUTE FUNCTION %s()', y.evtfoid::regproc)
            || CASE y.evtenabled WHEN 'O' THEN '' ELSE format(E';\nALTER EVENT TRIGGER %I %s', y.evtname, CASE y.evtenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END) END
            """,
            $"pg_event_trigger y WHERE {CatalogQueries.NotOfExtension("pg_event_trigger", "y.oid")}");
        yield return $"SELECT 'comment on ' || o.type || ' ' || {UnreadQuery.Unqualified}, 'after', NULL, o.identity, {Comment} FROM {query.Queries.Comments}";
    }

    private static string Options(string options) =>
        $"coalesce(' OPTIONS (' || (SELECT string_agg(format('%I %L', x.option_name, x.option_value), ', ') FROM pg_options_to_table({options}) x) || ')', '')";

    private static string ForeignTable =>
        $"""
        format(E'CREATE FOREIGN TABLE %s (\n    %s\n) SERVER %I', {DefinitionsQuery.Quoted("n", "c.relname")},
            (SELECT string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)) || {Options("a.attfdwoptions")}
                || CASE WHEN a.attcollation <> y.typcollation THEN ' COLLATE ' || a.attcollation::regcollation ELSE '' END
                || coalesce(' DEFAULT ' || pg_get_expr(v.adbin, v.adrelid), '') || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END, E',\n    ' ORDER BY a.attnum)
             FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid LEFT JOIN pg_attrdef v ON v.adrelid = a.attrelid AND v.adnum = a.attnum
             WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), s.srvname) || {Options("f.ftoptions")}
        """;

    private static string Policy =>
        $"""
        format('CREATE POLICY %I ON %s', p.polname, {DefinitionsQuery.Quoted("n", "c.relname")}) || CASE WHEN p.polpermissive THEN '' ELSE ' AS RESTRICTIVE' END
        || CASE p.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT' WHEN 'w' THEN ' FOR UPDATE' WHEN 'd' THEN ' FOR DELETE' ELSE '' END
        || CASE WHEN 0 = ANY (p.polroles) THEN '' ELSE ' TO ' || (SELECT string_agg(quote_ident(l.rolname), ', ' ORDER BY l.rolname) FROM pg_roles l WHERE l.oid = ANY (p.polroles)) END
        || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '') || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
        """;

    // The definition names the schema of the statistics in any case.
    private static string Statistics =>
        $"""
        CASE n.nspname WHEN current_schema() THEN replace(pg_get_statisticsobjdef(x.oid), 'CREATE STATISTICS ' || quote_ident(n.nspname) || '.', 'CREATE STATISTICS ') ELSE pg_get_statisticsobjdef(x.oid) END
        || CASE WHEN coalesce(x.stxstattarget, -1) = -1 THEN '' ELSE format(E';\nALTER STATISTICS %s SET STATISTICS %s', {DefinitionsQuery.Quoted("n", "x.stxname")}, x.stxstattarget) END
        """;

    private string Publication
    {
        get
        {
            var columns = version >= 15
                ? "coalesce((SELECT format(' (%s)', string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)) FROM pg_attribute a WHERE r.prattrs IS NOT NULL AND a.attrelid = c.oid AND a.attnum = ANY (r.prattrs) HAVING count(*) > 0), '')"
                  + " || coalesce(' WHERE (' || pg_get_expr(r.prqual, r.prrelid) || ')', '')"
                : "''";
            var schemas = version >= 15
                ? "UNION ALL SELECT 'TABLES IN SCHEMA ' || CASE n.nspname WHEN current_schema() THEN 'CURRENT_SCHEMA' ELSE quote_ident(n.nspname) END FROM pg_publication_namespace m JOIN pg_namespace n ON n.oid = m.pnnspid WHERE m.pnpubid = p.oid"
                : "";
            return $"""
                format('CREATE PUBLICATION %I', p.pubname) || CASE WHEN p.puballtables THEN ' FOR ALL TABLES' ELSE coalesce(' FOR ' || (SELECT string_agg(o.what, ', ' ORDER BY o.what) FROM (
                    SELECT 'TABLE ' || {DefinitionsQuery.Quoted("n", "c.relname")} || {columns} AS what
                    FROM pg_publication_rel r JOIN pg_class c ON c.oid = r.prrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE r.prpubid = p.oid {schemas}) o), '') END
                || format(' WITH (publish = %L, publish_via_partition_root = %s)', concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                    CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END), p.pubviaroot::text)
                """;
        }
    }

    // The words of pg_identify_object are those of COMMENT ON, but for a few.
    private static string Comment =>
        $"""
        format('COMMENT ON %s %s IS %L', CASE WHEN o.type LIKE '%constraint' THEN 'CONSTRAINT' WHEN o.type LIKE '% column' THEN 'COLUMN' WHEN o.type = 'statistics object' THEN 'STATISTICS' ELSE upper(o.type) END,
               CASE o.type WHEN 'domain constraint' THEN regexp_replace({UnreadQuery.Unqualified}, ' on ', ' ON DOMAIN ') ELSE {UnreadQuery.Unqualified} END, d.description)
        """;
}
