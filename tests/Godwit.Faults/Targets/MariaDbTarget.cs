using System.Collections;
using System.Data;
using System.Data.Common;
using System.Reflection;
using System.Runtime.CompilerServices;
using Godwit.Faults.Wire;
using Godwit.MySql;
using Godwit.Specification.Servers;
using MySql.Data.MySqlClient;

namespace Godwit.Faults.Targets;

/// <summary>MariaDB, alone or as a cluster.</summary>
/// <param name="variable">The variable that names the server, or one node.</param>
/// <param name="name">What it is called.</param>
internal sealed class MariaDbTarget(string variable, string name) : FaultTarget
{
    /// <summary>The variable that names the server.</summary>
    internal const string Variable = "GODWIT_TEST_MARIADB";

    /// <summary>The variable that names the first node of a cluster.</summary>
    internal const string GaleraVariable = "GODWIT_TEST_GALERA";

    // MySql.Data 8.0.16 does not know the name that servers have for utf8 since MariaDB 10.6 and MySQL 8.
    static MariaDbTarget()
    {
        var names = typeof(MySqlConnection).Assembly.GetType("MySql.Data.MySqlClient.CharSetMap", throwOnError: true)!;
        RuntimeHelpers.RunClassConstructor(names.TypeHandle);
        var known = (IDictionary)names.GetField("_mapping", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
        known["utf8mb3"] = known["utf8"];
    }

    private readonly TestServer server = new(variable, text => new MySqlConnection(text + ";SslMode=none;CharSet=utf8mb4;AllowUserVariables=true;Connection Timeout=120;Default Command Timeout=300"));

    internal override string Name => name;

    internal override bool HasLease => variable == GaleraVariable;

    protected override string MigrationsFolder => "mariadb";

    internal override Func<IFrames> Frames => () => new MySqlFrames();

    internal override async Task<FaultDatabase> CreateAsync() => new OnServer(await server.CreateDatabaseAsync());

    private sealed class OnServer(TestDatabase database) : ServerFaultDatabase(MySqlDialect.Instance, database)
    {
        // What is looked at on one node may have been written on another a moment ago (Galera manual, wsrep_sync_wait). A server that is
        // none does not know the variable.
        protected override DbConnection Connect()
        {
            var connection = base.Connect();
            connection.StateChange += (_, change) =>
            {
                if (change.CurrentState is not ConnectionState.Open) return;
                using var command = connection.CreateCommand();
                command.CommandText = "SET @sync = IF(@@GLOBAL.wsrep_on, 'SET SESSION wsrep_sync_wait = 1', 'DO 0'); EXECUTE IMMEDIATE @sync";
                command.ExecuteNonQuery();
            };
            return connection;
        }

        protected override IEnumerable<string> Definitions =>
        [
            "SELECT 'table', TABLE_NAME, TABLE_TYPE, ENGINE, TABLE_COLLATION, TABLE_COMMENT FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME",
            """
            SELECT 'column', TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_DEFAULT, EXTRA, COLUMN_COMMENT
            FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME, ORDINAL_POSITION
            """,
            """
            SELECT 'index', TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX, COLUMN_NAME, NON_UNIQUE
            FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX
            """,
            "SELECT 'constraint', TABLE_NAME, CONSTRAINT_NAME, CONSTRAINT_TYPE FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME, CONSTRAINT_NAME",
            "SELECT 'trigger', TRIGGER_NAME, ACTION_STATEMENT FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE() ORDER BY TRIGGER_NAME",
            "SELECT 'routine', ROUTINE_NAME, ROUTINE_DEFINITION FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE() ORDER BY ROUTINE_NAME",
        ];

        internal override Task<string[]> DumpAsync() => DumpAsync(
            "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME",
            table => $"SELECT * FROM `{table}` ORDER BY 1");

        internal override Task<string[]> SessionsAsync() => RowsAsync(
            "SELECT ID, COMMAND, INFO FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND ID <> CONNECTION_ID()");
    }
}
