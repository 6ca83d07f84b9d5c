namespace Godwit.PostgreSql;

/// <summary>Statements that give tables, their columns and sequences what CREATE has no place for here.</summary>
internal sealed class TableDefinitions(DefinitionsQuery query, int version)
{
    private const string Columns = "pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped JOIN pg_type t ON t.oid = a.atttypid";

    private const string Identities =
        Columns + """
         JOIN pg_depend i ON a.attidentity <> '' AND i.classid = 'pg_class'::regclass AND i.refclassid = 'pg_class'::regclass
              AND i.refobjid = a.attrelid AND i.refobjsubid = a.attnum AND i.deptype = 'i'
         JOIN pg_sequence s ON s.seqrelid = i.objid JOIN pg_class q ON q.oid = s.seqrelid
        """;

    internal IEnumerable<string> Parts()
    {
        yield return OfTable("row level security of", "format('ALTER TABLE %s %s ROW LEVEL SECURITY', {0}, CASE WHEN c.relrowsecurity THEN 'ENABLE' ELSE 'DISABLE' END)"
            + " || CASE WHEN c.relforcerowsecurity THEN format(E';\\nALTER TABLE %s FORCE ROW LEVEL SECURITY', {0}) ELSE '' END", "c.relrowsecurity OR c.relforcerowsecurity");
        yield return OfTable("replica identity of",
            """
            format('ALTER TABLE %s REPLICA IDENTITY %s', {0}, CASE c.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING' ELSE
                'USING INDEX ' || (SELECT quote_ident(x.relname) FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE i.indrelid = c.oid AND i.indisreplident) END)
            """, "c.relkind IN ('r', 'p') AND c.relreplident <> 'd'");
        yield return OfTable("tablespace of", "format('ALTER TABLE %s SET TABLESPACE %I', {0}, (SELECT b.spcname FROM pg_tablespace b WHERE b.oid = c.reltablespace))", "c.reltablespace <> 0 AND c.relkind IN ('r', 'p', 'm')");
        yield return OfTable("type of", "format('ALTER TABLE %s OF %s', {0}, format_type(c.reloftype, NULL))", "c.reloftype <> 0");
        yield return OfTable("clustering of",
            "format('ALTER TABLE %s CLUSTER ON %I', {0}, (SELECT x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE i.indrelid = c.oid AND i.indisclustered))",
            "EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisclustered)");
        yield return query.Of("storage of sequence", Plain("c.relname"), $"format('ALTER SEQUENCE %s SET UNLOGGED', {Table})", "pg_class c",
            $"c.relkind = 'S' AND c.relpersistence = 'u' AND NOT EXISTS (SELECT FROM pg_depend o WHERE o.objid = c.oid AND o.deptype IN ('a', 'i') AND o.refobjsubid > 0) AND {version} >= 15");
        yield return OfColumn("storage of column", "SET STORAGE %s", "CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END", "a.attstorage <> t.typstorage");
        if (version >= 14) yield return OfColumn("compression of column", "SET COMPRESSION %s", "CASE a.attcompression WHEN 'l' THEN 'lz4' ELSE 'pglz' END", "a.attcompression <> ''");
        yield return OfColumn("statistics target of column", "SET STATISTICS %s", "a.attstattarget", "coalesce(a.attstattarget, -1) <> -1");
        yield return query.Of("statistics target of column", DefinitionsQuery.Plain("n", "a.attnum || ' of ' || c.relname"),
            $"format('ALTER INDEX %s ALTER COLUMN %s SET STATISTICS %s', {Table}, a.attnum, a.attstattarget)", "pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0",
            "c.relkind IN ('i', 'I') AND coalesce(a.attstattarget, -1) <> -1");
        yield return OfColumn("options of column", "SET (%s)", "array_to_string(a.attoptions, ', ')", "a.attoptions IS NOT NULL");
        yield return OfIdentity("identity options of column",
            $"format('ALTER TABLE %s ALTER COLUMN %I SET MINVALUE %s SET MAXVALUE %s SET CACHE %s SET %s', {Table}, a.attname, s.seqmin, s.seqmax, s.seqcache, CASE WHEN s.seqcycle THEN 'CYCLE' ELSE 'NO CYCLE' END)",
            CatalogQueries.UnusualIdentity);
        yield return OfIdentity("name of the sequence of column",
            $"format('ALTER SEQUENCE %s RENAME TO %I', {DefinitionsQuery.Quoted("n", "c.relname || '_' || a.attname || '_seq'")}, q.relname)", UnusualSequenceName, "silent");
        yield return query.Of("enabling of trigger", $"g.tgname || ' of ' || {Plain("c.relname")}",
            $"format('ALTER TABLE %s %s TRIGGER %I', {Table}, CASE g.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, g.tgname)",
            "pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid", "NOT g.tgisinternal AND g.tgparentid = 0 AND g.tgenabled <> 'O'");
    }

    private static string Table => DefinitionsQuery.Quoted("n", "c.relname");

    private static string Plain(string name) => DefinitionsQuery.Plain("n", name);

    private string OfTable(string kind, string definition, string condition) =>
        query.Of(kind, Plain("c.relname"), definition.Replace("{0}", Table, StringComparison.Ordinal), "pg_class c", $"c.relkind IN ('r', 'p', 'v', 'm') AND ({condition})");

    private string OfColumn(string kind, string change, string value, string condition) => query.Of(kind, ColumnName,
        $"format('ALTER TABLE %s ALTER COLUMN %I {change}', {Table}, a.attname, {value})", Columns, $"c.relkind IN ('r', 'p') AND ({condition})");

    private string OfIdentity(string kind, string definition, string condition, string place = "after") =>
        query.Of(kind, ColumnName, definition, Identities, $"c.relkind IN ('r', 'p') AND ({condition})", place);

    // A longer name would be cut to fit.
    private static string UnusualSequenceName => "q.relname <> c.relname || '_' || a.attname || '_seq' AND octet_length(c.relname || a.attname) < 59";

    private static string ColumnName => $"a.attname || ' of ' || {Plain("c.relname")}";
}
