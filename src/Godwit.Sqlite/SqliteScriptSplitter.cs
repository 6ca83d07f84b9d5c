using System.Collections.Immutable;
using Godwit.Sql;

namespace Godwit.Sqlite;

/// <summary>Cuts scripts into statements as SQLite does.</summary>
public sealed class SqliteScriptSplitter : ScriptSplitter
{
    /// <inheritdoc/>
    public override SqlLexer Lexer => SqliteLexer.Instance;

    /// <inheritdoc/>
    public override ImmutableArray<SqlStatement> Split(SourceText source, int start, int end) =>
        new SqliteStatementWalk(source, start, end).ToEnd();

    /// <inheritdoc/>
    public override TransactionBehavior BehaviorOf(SqlStatement statement) =>
        SqliteTransactions.BehaviorOf(new TokenReader(Lexer, statement));

    /// <inheritdoc/>
    public override bool SetsSession(SqlStatement statement) => SqliteTransactions.SetsSession(new TokenReader(Lexer, statement));
}
