using System.Collections.Immutable;
using Godwit.Dialects;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>
/// Scripts for the clients mysql and mariadb. A conditional statement is one that is prepared from a text, which is another text when the
/// condition does not hold.
/// </summary>
internal sealed class MySqlClientScript(string product) : ShellScript
{
    private static readonly string[] Delimiters = ["$$", "//", ";;", "@@@@"];
    private static readonly string[] Unprepared = ["TRIGGER", "PROCEDURE", "FUNCTION", "EVENT"];

    public override string Usage => $"{product} --comments DATABASE < SCRIPT";

    public override ImmutableArray<string> Head => ["SET NAMES utf8mb4;", "SET autocommit = 1;"];

    public override string CurrentUser => "CURRENT_USER()";

    public override string Batch => "@godwit_batch";

    public override ImmutableArray<string> ChooseBatch(string history) =>
        [$"SET @godwit_batch = (SELECT COALESCE(MAX(batch), 0) + 1 FROM {history});"];

    // No statement outside a stored program fails on a condition, but one that is called by name fails with that name.
    public override ImmutableArray<string> Refuse(string condition, string message)
    {
        var name = MySqlDialect.Instance.Quote(message.Length > 64 ? message[..64].TrimEnd() : message);
        return [$"SET @godwit_do = {condition};", .. Prepared($"CALL {name}()")];
    }

    public override ImmutableArray<string> When(string condition, IReadOnlyList<SqlStatement> statements) =>
        [$"SET @godwit_do = {condition};", .. statements.SelectMany(statement => Conditional(statement))];

    // A procedure's body has semicolons of its own.
    public override string Ended(SqlStatement statement)
    {
        if (!statement.Text.Contains(';', StringComparison.Ordinal)) return statement.Text + ";";
        var delimiter = Delimiters.First(candidate => !statement.Text.Contains(candidate, StringComparison.Ordinal));
        return $"DELIMITER {delimiter}\n{statement.Text}{delimiter}\nDELIMITER ;";
    }

    private ImmutableArray<string> Conditional(SqlStatement statement)
    {
        if (MySqlDialect.Instance.Splitter.BehaviorOf(statement) is TransactionBehavior.ControlsTransaction or TransactionBehavior.MayControl) return [Ended(statement)];
        if (product == "mysql" && Unpreparable(statement) is { } kind)
        {
            throw new GodwitException(ErrorCode.NotSupported,
                $"MySQL can make no statement about a {kind} conditional: it cannot be prepared (MySQL manual, 15.5).",
                "Write the script without --idempotent, for the range that the database lacks: godwit upgrade FROM:TO --sql", statement.Location);
        }

        return Prepared(statement.Text);
    }

    private static ImmutableArray<string> Prepared(string text) =>
    [
        $"SET @godwit_sql = IF(@godwit_do, {MySqlDialect.Instance.Literal(text)}, 'DO 0');",
        "PREPARE godwit FROM @godwit_sql;",
        "EXECUTE godwit;",
        "DEALLOCATE PREPARE godwit;",
    ];

    // CREATE [OR REPLACE] [DEFINER = …] TRIGGER …
    private static string? Unpreparable(SqlStatement statement)
    {
        var words = statement.Text.Split((char[]?)null, 9, StringSplitOptions.RemoveEmptyEntries);
        if (words[0].ToUpperInvariant() is not ("CREATE" or "DROP" or "ALTER")) return null;
        var kind = words.Skip(1).Take(7).FirstOrDefault(word => Unprepared.Contains(word, StringComparer.OrdinalIgnoreCase));
        var table = words.Skip(1).Take(4).Any(word => word.ToUpperInvariant() is "TABLE" or "VIEW" or "INDEX" or "DATABASE");
        return table ? null : kind?.ToLowerInvariant();
    }
}
