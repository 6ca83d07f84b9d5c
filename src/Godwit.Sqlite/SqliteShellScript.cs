using System.Collections.Immutable;
using Godwit.Dialects;
using Godwit.Sql;

namespace Godwit.Sqlite;

/// <summary>
/// Scripts for the sqlite3 shell. Neither SQLite nor its shell has a conditional; but the shell can write a file out of a query and read
/// it, and a file that was written empty runs nothing (SQLite, "Command Line Shell For SQLite", 8 writefile and 5 .read).
/// </summary>
internal sealed class SqliteShellScript : ShellScript
{
    private const string StepFile = "godwit-step.sql";

    private bool isConditional;

    public override string Usage => "sqlite3 FILE < SCRIPT";

    // The shell leaves foreign keys unchecked where the driver that Godwit uses checks them.
    public override ImmutableArray<string> Head =>
    [
        ".bail on",
        "PRAGMA foreign_keys = ON;",
        "DROP TABLE IF EXISTS temp.godwit_guard;",
        "CREATE TEMP TABLE godwit_guard (is_well integer NOT NULL);",
    ];

    public override ImmutableArray<string> Foot => isConditional ? [$"INSERT INTO temp.godwit_guard SELECT writefile('{StepFile}', '');"] : [];

    public override string CurrentUser => "NULL";

    public override string Batch => "(SELECT batch FROM temp.godwit_batch)";

    public override (string Off, string On)? ForeignKeys => ("PRAGMA foreign_keys = OFF", "PRAGMA foreign_keys = ON");

    public override ImmutableArray<string> ChooseBatch(string history) =>
    [
        "DROP TABLE IF EXISTS temp.godwit_batch;",
        $"CREATE TEMP TABLE godwit_batch AS SELECT COALESCE(MAX(batch), 0) + 1 AS batch FROM {history};",
    ];

    public override ImmutableArray<string> Refuse(string condition, string message) =>
    [
        "DROP TRIGGER IF EXISTS temp.godwit_refusal;",
        "CREATE TEMP TRIGGER godwit_refusal BEFORE INSERT ON godwit_guard WHEN NOT NEW.is_well",
        $"BEGIN SELECT RAISE(ABORT, {SqliteDialect.Instance.Literal(message)}); END;",
        $"INSERT INTO temp.godwit_guard SELECT NOT ({condition});",
        "DROP TRIGGER temp.godwit_refusal;",
    ];

    public override ImmutableArray<string> When(string condition, IReadOnlyList<SqlStatement> statements)
    {
        isConditional = true;
        var text = string.Concat(statements.Select(statement => Ended(statement) + "\n"));
        return
        [
            $"INSERT INTO temp.godwit_guard SELECT writefile('{StepFile}', CASE WHEN {condition} THEN {SqliteDialect.Instance.Literal(text)} ELSE '' END);",
            $".read {StepFile}",
        ];
    }
}
