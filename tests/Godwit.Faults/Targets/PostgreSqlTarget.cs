using Godwit.Faults.Wire;
using Godwit.PostgreSql;
using Godwit.Specification.Servers;
using Npgsql;

namespace Godwit.Faults.Targets;

/// <summary>PostgreSQL.</summary>
internal sealed class PostgreSqlTarget : FaultTarget
{
    /// <summary>The variable that names the server.</summary>
    internal const string Variable = "GODWIT_TEST_POSTGRESQL";

    /// <summary>The variable that names a pooler before it.</summary>
    internal const string PoolerVariable = "GODWIT_TEST_PGBOUNCER";

    private readonly TestServer server = new(Variable, text => new NpgsqlConnection(text + ";Timeout=120;Command Timeout=300"));

    internal override string Name => "postgresql";

    internal override Func<IFrames> Frames => () => new PostgreSqlFrames();

    internal override async Task<FaultDatabase> CreateAsync() => new OnServer(await server.CreateDatabaseAsync());

    private sealed class OnServer(TestDatabase database) : ServerFaultDatabase(PostgreSqlDialect.Instance, database)
    {
        protected override IEnumerable<string> Definitions => Queries.Select(query => $"SELECT thing::text FROM ({query}) AS thing");

        // Of runs that create the history at once, the one that is last to choose a name for its sequence may be the one that creates it.
        private static readonly string[] Queries =
        [
            """
            SELECT 'relation', c.relkind, c.relname FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relname !~ '^migrations_id_seq[0-9]*$' ORDER BY c.relname COLLATE "C"
            """,
            """
            SELECT 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid)
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v') AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY c.relname COLLATE "C", a.attnum
            """,
            """
            SELECT 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace ORDER BY conrelid::regclass::text COLLATE "C", conname COLLATE "C"
            """,
            """
            SELECT 'index', pg_get_indexdef(indexrelid), indisvalid, indisready, indislive FROM pg_index JOIN pg_class c ON c.oid = indexrelid
            WHERE c.relnamespace = 'public'::regnamespace ORDER BY c.relname COLLATE "C"
            """,
            "SELECT 'trigger', pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname COLLATE \"C\"",
            "SELECT 'routine', pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY proname COLLATE \"C\"",
            "SELECT 'label', enumtypid::regtype, enumlabel FROM pg_enum ORDER BY enumtypid::regtype::text, enumsortorder",
        ];

        internal override Task<string[]> DumpAsync() => DumpAsync(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname COLLATE \"C\"",
            table => $"SELECT t::text FROM {table} t ORDER BY 1");

        internal override Task<string[]> SessionsAsync() => RowsAsync(
            "SELECT pid, state, query FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'godwit'");
    }
}
