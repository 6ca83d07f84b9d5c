using System.Collections.Immutable;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>
/// Cuts scripts into statements as the mysql client does, DELIMITER included; bodies of routines are also recognised without it.
/// </summary>
/// <param name="modes">What of <c>sql_mode</c> holds when the script begins; null for a server's default. The script can change it.</param>
public sealed class MySqlScriptSplitter(SqlModes? modes = null) : ScriptSplitter
{
    private readonly SqlModes modes = modes ?? SqlModes.Default;

    /// <inheritdoc/>
    public override SqlLexer Lexer { get; } = new MySqlLexer(modes ?? SqlModes.Default);

    /// <inheritdoc/>
    public override ImmutableArray<SqlStatement> Split(SourceText source, int start, int end) =>
        new MySqlStatementWalk(source, start, end, modes).ToEnd();

    /// <inheritdoc/>
    public override TransactionBehavior BehaviorOf(SqlStatement statement) =>
        MySqlTransactions.BehaviorOf(new TokenReader(Lexer, statement));

    /// <inheritdoc/>
    public override bool SetsSession(SqlStatement statement) => MySqlTransactions.SetsSession(new TokenReader(Lexer, statement));

    /// <inheritdoc/>
    public override LostVariable? FindLost(ImmutableArray<SqlStatement> done, ImmutableArray<SqlStatement> left) => new ScriptVariables(Lexer).FindLost(done, left);

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> SettingsBeyondRollback(SqlStatement statement) => MySqlTransactions.Settings(new TokenReader(Lexer, statement));
}
