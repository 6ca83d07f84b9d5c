using System.Collections.Immutable;
using Godwit.Sql;

namespace Godwit.PostgreSql;

/// <summary>Cuts scripts into statements as PostgreSQL and psql do.</summary>
/// <param name="strings">How the server reads strings when the script begins; it can be changed by the script.</param>
public sealed class PostgreSqlScriptSplitter(StringConformance strings = StringConformance.Standard) : ScriptSplitter
{
    /// <inheritdoc/>
    public override SqlLexer Lexer { get; } = PostgreSqlLexer.For(strings);

    /// <inheritdoc/>
    public override ImmutableArray<SqlStatement> Split(SourceText source, int start, int end) =>
        new PostgreSqlStatementWalk(source, start, end, Lexer).ToEnd();

    /// <inheritdoc/>
    public override TransactionBehavior BehaviorOf(SqlStatement statement) =>
        PostgreSqlTransactions.BehaviorOf(new TokenReader(Lexer, statement));

    /// <inheritdoc/>
    public override bool SetsSession(SqlStatement statement) => PostgreSqlTransactions.SetsSession(new TokenReader(Lexer, statement));

    /// <inheritdoc/>
    public override bool NeedsCommitBetween(SqlStatement earlier, SqlStatement later) =>
        EnumValue.AddedBy(new TokenReader(Lexer, earlier)) is { } value && value.IsUsedBy(new TokenReader(Lexer, later));
}

/// <summary>How the server reads a backslash in a string (<c>standard_conforming_strings</c>).</summary>
public enum StringConformance
{
    /// <summary><c>on</c>, the default of a server: a backslash is a character like any other.</summary>
    Standard,

    /// <summary><c>off</c>: a backslash escapes the character after it.</summary>
    BackslashEscapes,
}
