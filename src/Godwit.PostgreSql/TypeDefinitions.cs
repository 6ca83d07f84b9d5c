namespace Godwit.PostgreSql;

/// <summary>Statements that make what columns are of.</summary>
internal sealed class TypeDefinitions(DefinitionsQuery query, int version)
{
    private const int Multiranges = 14;

    internal IEnumerable<string> Parts()
    {
        yield return DefinitionsQuery.Made("composite type", "t.typname", $"format('CREATE TYPE %s AS (%s)', {Name}, {Attributes})",
            $"pg_type t JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c' {Scope}", "pg_type", "t.oid", "t.typtype = 'c'");
        yield return DefinitionsQuery.Made("domain", "t.typname", Domain, $"pg_type t JOIN pg_type b ON b.oid = t.typbasetype {Scope}", "pg_type", "t.oid", "t.typtype = 'd'");
        yield return DefinitionsQuery.Made("range type", "t.typname", Range,
            $"pg_type t JOIN pg_range r ON r.rngtypid = t.oid JOIN pg_type s ON s.oid = r.rngsubtype JOIN pg_opclass k ON k.oid = r.rngsubopc {Scope}", "pg_type", "t.oid");
        yield return DefinitionsQuery.Made("collation", "t.collname", Collation, $"pg_collation t {query.Queries.Scope("t.collnamespace")}", "pg_collation", "t.oid");
        yield return DefinitionsQuery.Made("text search dictionary", "t.dictname",
            $"format('CREATE TEXT SEARCH DICTIONARY %s (TEMPLATE = %s', {DefinitionsQuery.Quoted("n", "t.dictname")}, m.tmplname) || coalesce(', ' || t.dictinitoption, '') || ')'",
            $"pg_ts_dict t JOIN pg_ts_template m ON m.oid = t.dicttemplate {query.Queries.Scope("t.dictnamespace")}", "pg_ts_dict", "t.oid");
        yield return DefinitionsQuery.Made("text search configuration", "t.cfgname", Configuration,
            $"pg_ts_config t JOIN pg_ts_parser p ON p.oid = t.cfgparser {query.Queries.Scope("t.cfgnamespace")}", "pg_ts_config", "t.oid");
        yield return DefinitionsQuery.Made("operator", "t.oprname", Operator, $"pg_operator t {query.Queries.Scope("t.oprnamespace")}", "pg_operator", "t.oid", "t.oprcode <> 0");
    }

    private static string Name => DefinitionsQuery.Quoted("n", "t.typname");

    private string Scope => query.Queries.Scope("t.typnamespace");

    private static string Attributes =>
        """
        (SELECT string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
                           || CASE WHEN a.attcollation <> y.typcollation THEN ' COLLATE ' || a.attcollation::regcollation ELSE '' END, ', ' ORDER BY a.attnum)
         FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
        """;

    private static string Domain =>
        $"""
        format('CREATE DOMAIN %s AS %s', {Name}, format_type(t.typbasetype, t.typtypmod))
        || CASE WHEN t.typcollation <> b.typcollation THEN ' COLLATE ' || t.typcollation::regcollation ELSE '' END
        || coalesce(' DEFAULT ' || pg_get_expr(t.typdefaultbin, 0), '') || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END
        || coalesce((SELECT string_agg(format(' CONSTRAINT %I %s', o.conname, pg_get_constraintdef(o.oid)), '' ORDER BY o.conname)
                     FROM pg_constraint o WHERE o.contypid = t.oid AND o.contype = 'c'), '')
        """;

    private string Range =>
        $"""
        format('CREATE TYPE %s AS RANGE (SUBTYPE = %s', {Name}, format_type(r.rngsubtype, NULL))
        || CASE WHEN NOT k.opcdefault THEN ', SUBTYPE_OPCLASS = ' || quote_ident(k.opcname) ELSE '' END
        || CASE WHEN r.rngcollation <> s.typcollation THEN ', COLLATION = ' || r.rngcollation::regcollation ELSE '' END
        || CASE WHEN r.rngcanonical <> 0 THEN ', CANONICAL = ' || r.rngcanonical ELSE '' END
        || CASE WHEN r.rngsubdiff <> 0 THEN ', SUBTYPE_DIFF = ' || r.rngsubdiff ELSE '' END
        || {(version >= Multiranges ? "', MULTIRANGE_TYPE_NAME = ' || r.rngmultitypid::regtype" : "''")} || ')'
        """;

    // The catalog's columns changed in versions 15, 16 and 17 (manual, "pg_collation").
    private string Collation
    {
        get
        {
            var locale = version switch { >= 17 => "t.colllocale", >= 15 => "t.colliculocale", _ => "CASE t.collprovider WHEN 'i' THEN t.collcollate END" };
            return $"""
                format('CREATE COLLATION %s (PROVIDER = %s', {DefinitionsQuery.Quoted("n", "t.collname")}, CASE t.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END)
                || CASE WHEN NOT t.collisdeterministic THEN ', DETERMINISTIC = false' ELSE '' END
                || coalesce(', LOCALE = ' || quote_literal({locale}), '')
                || CASE WHEN t.collprovider = 'c' THEN format(', LC_COLLATE = %L, LC_CTYPE = %L', t.collcollate, t.collctype) ELSE '' END
                || {(version >= 16 ? "coalesce(', RULES = ' || quote_literal(t.collicurules), '')" : "''")} || ')'
                """;
        }
    }

    private static string Configuration =>
        $"""
        format('CREATE TEXT SEARCH CONFIGURATION %s (PARSER = %I)', {DefinitionsQuery.Quoted("n", "t.cfgname")}, p.prsname)
        || coalesce((SELECT string_agg(format(E';\nALTER TEXT SEARCH CONFIGURATION %s ADD MAPPING FOR %s WITH %s', {DefinitionsQuery.Quoted("n", "t.cfgname")}, g.alias, g.dictionaries), '' ORDER BY g.tokid)
                     FROM (SELECT k.tokid, k.alias, string_agg(d.dictname::regdictionary::text, ', ' ORDER BY m.mapseqno) AS dictionaries
                           FROM pg_ts_config_map m JOIN ts_token_type(t.cfgparser) k ON k.tokid = m.maptokentype JOIN pg_ts_dict d ON d.oid = m.mapdict
                           WHERE m.mapcfg = t.oid GROUP BY k.tokid, k.alias) g), '')
        """;

    private static string Operator =>
        """
        format('CREATE OPERATOR %s%s (FUNCTION = %s', CASE n.nspname WHEN current_schema() THEN '' ELSE quote_ident(n.nspname) || '.' END, t.oprname, t.oprcode)
        || CASE WHEN t.oprleft <> 0 THEN ', LEFTARG = ' || format_type(t.oprleft, NULL) ELSE '' END
        || CASE WHEN t.oprright <> 0 THEN ', RIGHTARG = ' || format_type(t.oprright, NULL) ELSE '' END
        || CASE WHEN t.oprcom <> 0 THEN ', COMMUTATOR = OPERATOR(' || t.oprcom::regoper || ')' ELSE '' END
        || CASE WHEN t.oprnegate <> 0 THEN ', NEGATOR = OPERATOR(' || t.oprnegate::regoper || ')' ELSE '' END
        || CASE WHEN t.oprrest <> 0 THEN ', RESTRICT = ' || t.oprrest ELSE '' END || CASE WHEN t.oprjoin <> 0 THEN ', JOIN = ' || t.oprjoin ELSE '' END
        || CASE WHEN t.oprcanhash THEN ', HASHES' ELSE '' END || CASE WHEN t.oprcanmerge THEN ', MERGES' ELSE '' END || ')'
        """;
}
