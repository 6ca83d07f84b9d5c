using Godwit.Configuration;
using Godwit.Dialects;
using Godwit.Generation;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.Sqlite;

/// <summary>SQLite, from version 3.35.</summary>
public sealed class SqliteDialect : Dialect
{
    /// <summary>The one instance: a dialect holds no state.</summary>
    public static SqliteDialect Instance { get; } = new();

    private SqliteDialect()
    {
    }

    /// <inheritdoc/>
    public override string Name => "sqlite";

    /// <inheritdoc/>
    public override DialectTraits Traits { get; } = new()
    {
        IdentifierQuote = "\"",
        // A transaction that reads first and then writes fails at once when another has written: SQLITE_BUSY_SNAPSHOT
        // (SQLite, "Result and Error Codes", 517). So it asks for the write lock when it begins.
        Begin = "BEGIN IMMEDIATE",
        DdlTransactions = DdlTransactions.Full,
        DatabaseCreation = DatabaseCreation.OnFirstWrite,
        UtcNow = "strftime('%Y-%m-%d %H:%M:%f', 'now')",
        GeneratedKey = "integer PRIMARY KEY AUTOINCREMENT",
        TimestampType = "timestamp",
        TextType = "text",
        LastGeneratedKey = "SELECT last_insert_rowid()",
        TimestampAsText = "{0}",
    };

    /// <inheritdoc/>
    public override ScriptSplitter Splitter { get; } = new SqliteScriptSplitter();

    /// <inheritdoc/>
    public override SqlGenerator Generator { get; } = new SqliteSqlGenerator();

    /// <inheritdoc/>
    public override ShellScript Shell(string product) => new SqliteShellScript();

    /// <inheritdoc/>
    public override DatabaseSchema Normalize(DatabaseSchema schema) => SqliteNormalizer.Normalize(schema);

    /// <inheritdoc/>
    public override Database Connect(ConnectionSettings settings) => new SqliteDatabase(SqliteConnectionString.From(settings));
}
