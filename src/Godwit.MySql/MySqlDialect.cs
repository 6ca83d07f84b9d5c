using Godwit.Configuration;
using Godwit.Dialects;
using Godwit.Generation;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>MySQL from version 8.0 and MariaDB from version 10.6.</summary>
public sealed class MySqlDialect : Dialect
{
    /// <summary>The one instance: a dialect holds no state.</summary>
    public static MySqlDialect Instance { get; } = new();

    private MySqlDialect()
    {
    }

    /// <inheritdoc/>
    public override string Name => "mysql";

    /// <inheritdoc/>
    public override DialectTraits Traits { get; } = new()
    {
        IdentifierQuote = "`",
        Begin = "START TRANSACTION",
        LimitLocksInSession = "SET SESSION lock_wait_timeout = {0}, SESSION innodb_lock_wait_timeout = {0}",
        UnlimitLocksInSession = "SET SESSION lock_wait_timeout = DEFAULT, SESSION innodb_lock_wait_timeout = DEFAULT",
        DdlTransactions = DdlTransactions.ImplicitCommit,
        UtcNow = "UTC_TIMESTAMP(3)",
        GeneratedKey = "bigint NOT NULL AUTO_INCREMENT PRIMARY KEY",
        TimestampType = "datetime(3)",
        TextType = "longtext",
        LastGeneratedKey = "SELECT LAST_INSERT_ID()",
        // A migration's id is compared by its bytes: case and accents count, as they do in file names.
        TableOptions = " ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin",
        ScriptSettings = ["SET NAMES utf8mb4", "SET FOREIGN_KEY_CHECKS = 0"],
        ScriptSettingsBack = ["SET FOREIGN_KEY_CHECKS = 1"],
        TimestampAsText = "DATE_FORMAT({0}, '%Y-%m-%d %H:%i:%s.%f')",
    };

    /// <inheritdoc/>
    public override ScriptSplitter Splitter { get; } = new MySqlScriptSplitter();

    /// <inheritdoc/>
    public override SqlGenerator Generator { get; } = new MySqlSqlGenerator(MySqlTraits.MySql8, SqlModes.Default);

    /// <inheritdoc/>
    public override SqlGenerator GeneratorFor(string product) =>
        product == "mariadb" ? new MySqlSqlGenerator(MySqlTraits.MariaDb10, SqlModes.Default) : Generator;

    /// <inheritdoc/>
    public override ShellScript Shell(string product) => new MySqlClientScript(product == "mariadb" ? "mariadb" : "mysql");

    /// <inheritdoc/>
    public override DatabaseSchema Normalize(DatabaseSchema schema) => MySqlNormalizer.Normalize(schema);

    /// <inheritdoc/>
    public override Database Connect(ConnectionSettings settings) => new MySqlDatabase(MySqlConnectionString.From(settings)) { Scheme = settings.Driver };

    /// <inheritdoc/>
    public override string UpsertClause(RowTarget target)
    {
        // At least one assignment has to stand there: setting a column of the key to itself changes nothing.
        var others = target.Names.Where(name => !target.Key.Contains(name)).DefaultIfEmpty(target.Key[0]);
        return $"ON DUPLICATE KEY UPDATE {string.Join(", ", others.Select(name => $"{Quote(name)} = VALUES({Quote(name)})"))}";
    }

    /// <summary>
    /// A text as a string literal. With a backslash in it the hexadecimal form is used, which means the same whether
    /// NO_BACKSLASH_ESCAPES is set or not (MySQL manual, 11.1.4).
    /// </summary>
    public override string Literal(string? value) =>
        value is not null && value.Contains('\\', StringComparison.Ordinal)
            ? $"CONVERT(0x{Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(value))} USING utf8mb4)"
            : base.Literal(value);
}
