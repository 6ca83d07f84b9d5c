using System.Collections.Frozen;
using System.Collections.Immutable;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>
/// The variables of a script, <c>@name</c>. They last as long as their session (manual, "User-Defined Variables"): a run that goes on in
/// another one sets them again, which is of no use where the value would be another one then.
/// </summary>
internal sealed class ScriptVariables(SqlLexer lexer)
{
    // Settings that say what the session did before (manuals, "Server System Variables").
    private static readonly FrozenSet<string> Remembered = FrozenSet.ToFrozenSet(
        [
            "last_insert_id", "identity", "insert_id", "timestamp", "rand_seed1", "rand_seed2", "error_count", "warning_count", "in_transaction",
            "last_gtid", "gtid_current_pos", "gtid_binlog_pos", "gtid_executed", "pseudo_thread_id",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The first variable that the statements which are left use, and whose value the statements which are done took from the database.</summary>
    internal LostVariable? FindLost(ImmutableArray<SqlStatement> done, ImmutableArray<SqlStatement> left)
    {
        var lost = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var statement in done)
        {
            if (Assignments(statement) is not { } assignments)
            {
                lost.UnionWith(Mentions(statement).Where(mention => mention.IsFilled).Select(mention => mention.Name));
                continue;
            }

            foreach (var assignment in assignments)
            {
                if (IsRepeatable(assignment.Value, lost)) lost.Remove(assignment.Name);
                else lost.Add(assignment.Name);
            }
        }

        foreach (var statement in left)
        {
            if (lost.Count == 0) break;
            var assignments = Assignments(statement);
            var used = assignments is null ? Mentions(statement) : assignments.SelectMany(assignment => Mentions(new SqlStatement(assignment.Value)));
            if (used.FirstOrDefault(mention => !mention.IsSetting && lost.Contains(mention.Name)) is { Name: { } name }) return new LostVariable("@" + name, statement);
            if (assignments is not null) lost.ExceptWith(assignments.Select(assignment => assignment.Name));
        }

        return null;
    }

    // What is made of constants, settings of the server and other variables that are so; a word may be a function or a column.
    private bool IsRepeatable(string value, HashSet<string> lost)
    {
        for (var reader = new TokenReader(lexer, new SqlStatement(value)); !reader.AtEnd;)
        {
            if (VariableMention.Read(reader) is { } mention)
            {
                if (mention.IsSetting ? Remembered.Contains(mention.Name) : lost.Contains(mention.Name)) return false;
            }
            else if (reader.Current.Kind is TokenKind.QuotedIdentifier || (reader.Current.Kind is TokenKind.Word && !(reader.Is("NULL") || reader.Is("TRUE") || reader.Is("FALSE"))))
            {
                return false;
            }
            else
            {
                reader.Advance();
            }
        }

        return true;
    }

    private IEnumerable<VariableMention> Mentions(SqlStatement statement) => VariableMention.In(lexer, statement);

    // Of a SET statement; null where it is another one.
    private Assignment[]? Assignments(SqlStatement statement)
    {
        var reader = new TokenReader(lexer, statement);
        return reader.Accept("SET") ? [.. Assignment.ReadAll(reader).Where(assignment => assignment.Scope is VariableScope.User)] : null;
    }
}
