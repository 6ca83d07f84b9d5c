namespace Godwit.PostgreSql;

/// <summary>
/// The questions that a schema is read with. Their number does not grow with the schema, and all travel in one message. Everything is
/// cast to text, integer or boolean, which need no type catalog on this side.
/// </summary>
/// <param name="otherSchemas">The schemas that are read beside the current one.</param>
/// <param name="version">The server's major version.</param>
internal sealed class CatalogQueries(IReadOnlyCollection<string> otherSchemas, int version)
{
    /// <summary>What stands between the elements of a list; it cannot stand in them.</summary>
    internal const char Separator = '\u001f';

    private static readonly (string Setting, string Value)[] Settings =
    [
        ("timezone", "UTC"), ("datestyle", "ISO, YMD"), ("intervalstyle", "postgres"), ("extra_float_digits", "1"),
        ("standard_conforming_strings", "on"), ("quote_all_identifiers", "off"), ("jit", "off"),
    ];

    /// <summary>
    /// Sets what the server's way of writing constants and names depends on, up to the end of the transaction, and that it does not
    /// compile queries, which would take longer than they do.
    /// </summary>
    internal static string Begin => "SELECT " + string.Join(", ", Settings.Select(setting =>
        $"set_config('godwit.{setting.Setting}', current_setting('{setting.Setting}'), true), set_config('{setting.Setting}', '{setting.Value}', true)"));

    /// <summary>Sets it back, for a transaction that goes on.</summary>
    internal static string End => "SELECT " + string.Join(", ", Settings.Select(setting =>
        $"set_config('{setting.Setting}', current_setting('godwit.{setting.Setting}'), true)"));

    internal string Relations =>
        $"""
        SELECT c.oid::bigint, {Qualifier("n")}, c.relname::text, c.relkind::text, c.relpersistence = 'u', {List("c.reloptions")}, d.description,
               pg_get_partkeydef(c.oid), pg_get_expr(c.relpartbound, c.oid), {Qualifier("pn")}, p.relname::text,
               CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
               {Notes(
                   ("row level security of", "c.relrowsecurity OR c.relforcerowsecurity"),
                   ("replica identity of", "c.relkind IN ('r', 'p') AND c.relreplident <> 'd'"),
                   ("tablespace of", "c.reltablespace <> 0"),
                   ("type of", "c.reloftype <> 0"),
                   ("access method of", "c.relkind IN ('r', 'm') AND m.amname <> 'heap'"),
                   ("clustering of", "EXISTS (SELECT FROM pg_index x WHERE x.indrelid = c.oid AND x.indisclustered)"))},
               CASE WHEN NOT c.relispartition THEN {Parents} END
        FROM pg_class c LEFT JOIN pg_am m ON m.oid = c.relam {Scope("c.relnamespace")}
        LEFT JOIN pg_inherits i ON i.inhrelid = c.oid AND i.inhseqno = 1
        LEFT JOIN pg_class p ON p.oid = i.inhparent LEFT JOIN pg_namespace pn ON pn.oid = p.relnamespace
        {Description("pg_class", "c.oid", "0")}
        WHERE c.relkind IN ('r', 'p', 'v', 'm') AND c.relpersistence <> 't' AND {NotOfExtension("pg_class", "c.oid")}
        """;

    // In no order: the server would sort what each is generated from along with it, beyond its working memory.
    internal string Columns =>
        $"""
        SELECT a.attrelid::bigint, a.attnum::integer, a.attname::text, format_type(a.atttypid, a.atttypmod),
               CASE t.typtype WHEN 'e' THEN t.typname::text END, {Qualifier("tn")},
               NOT a.attnotnull, pg_get_expr(v.adbin, v.adrelid), a.attidentity::text, a.attgenerated::text,
               {Collation},
               d.description, s.seqstart, s.seqincrement,
               {Notes(
                   ("identity options of column", UnusualIdentity),
                   ("storage of column", "a.attstorage <> t.typstorage"),
                   ("compression of column", version >= 14 ? "a.attcompression <> ''" : "false"),
                   ("statistics target of column", "coalesce(a.attstattarget, -1) <> -1"),
                   ("options of column", "a.attoptions IS NOT NULL"))},
               NOT a.attislocal AND NOT c.relispartition
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid {Scope("c.relnamespace")}
        JOIN pg_type t ON t.oid = a.atttypid JOIN pg_namespace tn ON tn.oid = t.typnamespace
        LEFT JOIN pg_attrdef v ON v.adrelid = a.attrelid AND v.adnum = a.attnum
        LEFT JOIN pg_collation l ON l.oid = a.attcollation AND a.attcollation <> t.typcollation
        LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
        LEFT JOIN pg_depend i ON a.attidentity <> '' AND i.classid = 'pg_class'::regclass AND i.refclassid = 'pg_class'::regclass
                              AND i.refobjid = a.attrelid AND i.refobjsubid = a.attnum AND i.deptype = 'i'
        LEFT JOIN pg_sequence s ON s.seqrelid = i.objid
        {Description("pg_class", "a.attrelid", "a.attnum")}
        WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
        """;

    // What a table has from its parent is the parent's.
    internal string Constraints =>
        $"""
        SELECT o.oid::bigint, o.conrelid::bigint, o.conname::text, o.contype::text, array_to_string(o.conkey, ' '), o.condeferrable, o.condeferred,
               o.convalidated, o.confupdtype::text, o.confdeltype::text, {Qualifier("fn")}, f.relname::text,
               (SELECT string_agg(a.attname, chr({(int)Separator}) ORDER BY k.place)
                FROM unnest(o.confkey) WITH ORDINALITY AS k (attnum, place) JOIN pg_attribute a ON a.attrelid = o.confrelid AND a.attnum = k.attnum),
               CASE o.contype WHEN 'c' THEN pg_get_expr(o.conbin, o.conrelid) END,
               (SELECT string_agg(p.oprname, ' ' ORDER BY k.place)
                FROM unnest(o.conexclop) WITH ORDINALITY AS k (operator, place) JOIN pg_operator p ON p.oid = k.operator),
               {Notes(("storage of constraint", "o.contype <> 'f' AND (x.reltablespace <> 0 OR (o.contype = 'x' AND x.reloptions IS NOT NULL))"))},
               {ConstraintDefinition}
        FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid {Scope("c.relnamespace")}
        LEFT JOIN pg_class f ON f.oid = o.confrelid LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
        LEFT JOIN pg_class x ON x.oid = o.conindid
        WHERE o.contype IN ('p', 'u', 'f', 'c', 'x') AND o.conislocal AND o.conparentid = 0
        """;

    // The index of a constraint is read where it says more than the constraint's columns do.
    internal string Indexes =>
        $"""
        SELECT i.indexrelid::bigint, i.indrelid::bigint, x.relname::text, m.amname::text, i.indisunique, i.indisvalid, i.indnkeyatts::integer,
               {NullsNotDistinct}, pg_get_expr(i.indpred, i.indrelid), {List("x.reloptions")}, d.description, o.oid::bigint,
               CASE WHEN x.reltablespace <> 0 OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = x.oid AND a.attoptions IS NOT NULL)
                    THEN pg_get_indexdef(x.oid) END
        FROM {IndexesInScope}
        JOIN pg_am m ON m.oid = x.relam
        {Description("pg_class", "x.oid", "0")}
        """;

    internal string IndexKeys =>
        $"""
        SELECT i.indexrelid::bigint, a.attnum::integer, r.attname::text,
               CASE WHEN r.attnum IS NULL THEN pg_get_indexdef(i.indexrelid, a.attnum, false) END,
               {Collation},
               k.opcname::text, CASE WHEN a.attnum <= i.indnkeyatts THEN i.indoption[a.attnum - 1]::integer ELSE 0 END
        FROM {IndexesInScope}
        JOIN pg_attribute a ON a.attrelid = i.indexrelid
        LEFT JOIN pg_attribute r ON r.attrelid = i.indrelid AND r.attnum = i.indkey[a.attnum - 1] AND r.attnum <> 0
        JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_collation l ON l.oid = a.attcollation AND a.attcollation <> coalesce(r.attcollation, t.typcollation)
        LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
        LEFT JOIN pg_opclass k ON a.attnum <= i.indnkeyatts AND k.oid = i.indclass[a.attnum - 1] AND NOT k.opcdefault
        ORDER BY i.indexrelid, a.attnum
        """;

    // Those of identity columns belong to their columns.
    internal string Sequences =>
        $"""
        SELECT {Qualifier("n")}, c.relname::text, format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
               {Qualifier("tn")}, t.relname::text, a.attname::text,
               {Notes(("storage of sequence", "c.relpersistence = 'u' AND o.objid IS NULL"))}
        FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid {Scope("c.relnamespace")}
        LEFT JOIN pg_depend o ON o.classid = 'pg_class'::regclass AND o.objid = c.oid AND o.refclassid = 'pg_class'::regclass
                              AND o.refobjsubid > 0 AND o.deptype IN ('a', 'i')
        LEFT JOIN pg_class t ON t.oid = o.refobjid LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
        LEFT JOIN pg_attribute a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid
        WHERE o.deptype IS DISTINCT FROM 'i' AND c.relpersistence <> 't' AND {NotOfExtension("pg_class", "c.oid")}
        """;

    internal string Enums =>
        $"""
        SELECT {Qualifier("n")}, t.typname::text, e.enumlabel::text
        FROM pg_type t {Scope("t.typnamespace")} LEFT JOIN pg_enum e ON e.enumtypid = t.oid
        WHERE t.typtype = 'e' AND {NotOfExtension("pg_type", "t.oid")}
        ORDER BY t.oid, e.enumsortorder
        """;

    // The functions that make the values of a range type belong to the type.
    internal string Routines =>
        $"""
        SELECT {Qualifier("n")}, p.proname::text, p.prokind::text, oidvectortypes(p.proargtypes),
               CASE p.prokind WHEN 'a' THEN {AggregateDefinition} ELSE {RoutineDefinition} END
        FROM pg_proc p {Scope("p.pronamespace")} LEFT JOIN pg_aggregate g ON g.aggfnoid = p.oid
        WHERE {NotOfExtension("pg_proc", "p.oid")} AND NOT {UnusualAggregate}
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')
        """;

    internal string Triggers =>
        $"""
        SELECT t.tgrelid::bigint, t.tgname::text, pg_get_triggerdef(t.oid, true),
               {Notes(("enabling of trigger", "t.tgenabled <> 'O'"))}
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid {Scope("c.relnamespace")}
        WHERE NOT t.tgisinternal AND t.tgparentid = 0
        """;

    /// <summary>Extensions, schemas, and what the model has no words for.</summary>
    internal string Others => new UnreadQuery(this).Sql;

    /// <summary>The schema of an object as a name carries it: nothing for the current one.</summary>
    internal static string Qualifier(string schema) => $"nullif({schema}.nspname, current_schema())::text";

    internal string Scope(string column) => $"JOIN pg_namespace n ON n.oid = {column} AND {InScope}";

    internal string InScope => otherSchemas.Count == 0
        ? "n.nspname = current_schema()"
        : $"(n.nspname = current_schema() OR n.nspname IN ({string.Join(", ", otherSchemas.Select(PostgreSqlLiterals.Quoted))}))";

    internal static string NotOfExtension(string catalog, string oid) =>
        $"NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '{catalog}'::regclass AND e.objid = {oid} AND e.deptype = 'e')";

    /// <summary>An aggregate with more than CREATE AGGREGATE is written for here.</summary>
    internal static string UnusualAggregate => "(p.prokind = 'a' AND (g.aggkind <> 'n' OR g.aggmtransfn <> 0 OR g.aggserialfn <> 0 OR g.aggsortop <> 0))";

    private static string Description(string catalog, string oid, string column) =>
        $"LEFT JOIN pg_description d ON d.classoid = '{catalog}'::regclass AND d.objoid = {oid} AND d.objsubid = {column}";

    // What is true of a thing and the model has no words for.
    private static string Notes(params ReadOnlySpan<(string Words, string Condition)> notes)
    {
        var cases = new List<string>();
        foreach (var (words, condition) in notes) cases.Add($"CASE WHEN {condition} THEN '{words}' END");
        return $"concat_ws(chr({(int)Separator}), {string.Join(", ", cases)})";
    }

    /// <summary>
    /// Comments on what the model keeps none of: as a table <c>d</c> of descriptions with <c>o</c>, what they are about. Those that came
    /// with the server or with an extension are not among them.
    /// </summary>
    internal string Comments =>
        $"""
        pg_description d CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) o
        LEFT JOIN pg_trigger dt ON d.classoid = 'pg_trigger'::regclass AND dt.oid = d.objoid
        LEFT JOIN pg_policy dp ON d.classoid = 'pg_policy'::regclass AND dp.oid = d.objoid
        LEFT JOIN pg_rewrite dr ON d.classoid = 'pg_rewrite'::regclass AND dr.oid = d.objoid
        LEFT JOIN pg_class dc ON dc.oid = CASE WHEN d.classoid = 'pg_class'::regclass THEN d.objoid ELSE coalesce(dt.tgrelid, dp.polrelid, dr.ev_class) END
        LEFT JOIN pg_namespace n ON n.nspname = o.schema OR n.oid = dc.relnamespace
        WHERE d.objoid >= 16384 AND (n.oid IS NULL OR {InScope})
              AND d.classoid NOT IN ('pg_extension'::regclass, 'pg_language'::regclass, 'pg_namespace'::regclass)
              AND NOT (d.classoid = 'pg_class'::regclass AND (dc.relkind IN ('r', 'p', 'i', 'I') OR (dc.relkind IN ('v', 'm') AND d.objsubid = 0)))
              AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e')
        """;

    // What the properties of a constraint cannot say. Storage parameters stand before DEFERRABLE (manual, CREATE TABLE).
    private string ConstraintDefinition =>
        $"""
        CASE WHEN o.contype = 'f' AND (o.confmatchtype <> 's'{(version >= 15 ? " OR o.confdelsetcols IS NOT NULL" : "")}) THEN pg_get_constraintdef(o.oid)
             WHEN o.contype = 'c' AND o.connoinherit THEN pg_get_constraintdef(o.oid)
             {(version >= 18 ? "WHEN o.conperiod OR NOT o.conenforced THEN pg_get_constraintdef(o.oid)" : "")}
             WHEN o.contype IN ('p', 'u') AND x.reloptions IS NOT NULL
                  THEN regexp_replace(pg_get_constraintdef(o.oid), '( DEFERRABLE.*)?$', ' WITH (' || array_to_string(x.reloptions, ', ') || ')\1')
             WHEN o.contype = 'p' AND x.relnatts > cardinality(o.conkey) THEN pg_get_constraintdef(o.oid) END
        """;

    private static string Parents =>
        $"""
        (SELECT string_agg(CASE hn.nspname WHEN current_schema() THEN '' ELSE hn.nspname || '.' END || h.relname, chr({(int)Separator}) ORDER BY hi.inhseqno)
                FROM pg_inherits hi JOIN pg_class h ON h.oid = hi.inhparent JOIN pg_namespace hn ON hn.oid = h.relnamespace WHERE hi.inhrelid = c.oid)
        """;

    internal static string UnusualIdentity =>
        """
        s.seqcache <> 1 OR s.seqcycle OR s.seqtypid <> a.atttypid
              OR CASE WHEN s.seqincrement > 0 THEN s.seqmin <> 1 OR s.seqmax <> power(2::numeric, t.typlen * 8 - 1) - 1
                      ELSE s.seqmax <> -1 OR s.seqmin <> -power(2::numeric, t.typlen * 8 - 1) END
        """;

    // Where it is found by its name alone, that is enough.
    private static string Collation =>
        """
        CASE WHEN l.oid IS NULL THEN NULL WHEN pg_collation_is_visible(l.oid) THEN l.collname::text ELSE format('"%s"."%s"', ln.nspname, l.collname) END
        """;

    private static string List(string array) => $"array_to_string({array}, chr({(int)Separator}))";

    private string NullsNotDistinct => version >= 15 ? "i.indnullsnotdistinct" : "false";

    private string IndexesInScope =>
        $"""
        pg_index i JOIN pg_class x ON x.oid = i.indexrelid AND NOT x.relispartition
        JOIN pg_class c ON c.oid = i.indrelid AND c.relkind IN ('r', 'p', 'm') {Scope("c.relnamespace")}
        JOIN (SELECT q.indexrelid, o.oid, o.contype FROM pg_index q LEFT JOIN pg_constraint o ON o.conindid = q.indexrelid AND o.contype IN ('p', 'u', 'x')) o
             ON o.indexrelid = i.indexrelid AND (o.oid IS NULL OR o.contype = 'x' OR i.indnatts > i.indnkeyatts OR {NullsNotDistinct})
        """;

    private static string RoutineDefinition =>
        """
        regexp_replace(pg_get_functiondef(p.oid), CASE n.nspname WHEN current_schema() THEN '^(CREATE OR REPLACE \w+ )' ELSE '^()$' END
               || regexp_replace(quote_ident(n.nspname), '(\W)', '\\\1', 'g') || '\.', '\1')
        """;

    private static string AggregateDefinition =>
        """
        format('CREATE AGGREGATE %s%I(%s) (SFUNC = %s, STYPE = %s', CASE n.nspname WHEN current_schema() THEN '' ELSE quote_ident(n.nspname) || '.' END, p.proname,
               CASE p.pronargs WHEN 0 THEN '*' ELSE pg_get_function_arguments(p.oid) END, g.aggtransfn, format_type(g.aggtranstype, NULL))
        || CASE WHEN g.aggfinalfn <> 0 THEN ', FINALFUNC = ' || g.aggfinalfn ELSE '' END
        || CASE WHEN g.aggcombinefn <> 0 THEN ', COMBINEFUNC = ' || g.aggcombinefn ELSE '' END
        || coalesce(', INITCOND = ' || quote_literal(g.agginitval), '')
        || CASE p.proparallel WHEN 's' THEN ', PARALLEL = SAFE' WHEN 'r' THEN ', PARALLEL = RESTRICTED' ELSE '' END || ')'
        """;
}
