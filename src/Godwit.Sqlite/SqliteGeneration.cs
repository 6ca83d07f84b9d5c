using System.Collections.Immutable;
using Godwit.Generation;
using Godwit.Operations;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.Sqlite;

/// <summary>One list of operations on its way into SQL, with the schema as it is after those that were said.</summary>
internal sealed class SqliteGeneration
{
    private readonly ImmutableArray<SqlStatement>.Builder statements = ImmutableArray.CreateBuilder<SqlStatement>();
    private readonly RenamedTriggers triggers = new();
    private ForeignKeyEnforcement foreignKeys;
    private DatabaseSchema? schema;
    private int said;

    /// <param name="schema">The schema before the first operation; null when none of them needs it, and nothing is known of it.</param>
    internal SqliteGeneration(DatabaseSchema? schema) => this.schema = schema;

    internal GeneratedSql Run(IReadOnlyList<Operation> operations)
    {
        for (var i = 0; i < operations.Count;)
        {
            var end = EndOfRun(operations, i);
            if (end > i + 1 || TableChange.TableOf(operations[i]) is not null) Change([.. operations.Skip(i).Take(end - i)]);
            else Say(operations[i]);
            i = end;
        }

        return new GeneratedSql(statements.ToImmutable()) { ForeignKeys = foreignKeys };
    }

    // Neighbouring changes of a table are said together. Without a schema none of them needs to be.
    private int EndOfRun(IReadOnlyList<Operation> operations, int start)
    {
        var end = start + 1;
        if (schema is null || TableChange.TableOf(operations[start]) is not { } table) return end;
        while (end < operations.Count && TableChange.TableOf(operations[end]) == table) end++;
        return end;
    }

    private void Change(Operation[] run)
    {
        if (schema is null || !schema.Tables.Any(table => table.Name == TableChange.TableOf(run[0])))
        {
            foreach (var operation in run) Say(operation);
            return;
        }

        var change = new TableChange(schema, TableChange.TableOf(run[0])!);
        foreach (var operation in run) Located(operation, () => change.Add(operation));
        if (!change.NeedsRebuild)
        {
            foreach (var operation in run) Say(operation);
            return;
        }

        Located(run[0], () =>
        {
            triggers.RequireKnown(change.Table);
            Emit([.. new TableRebuild(change).Statements()], run[0], run.Length);
        });
        foreignKeys = ForeignKeyEnforcement.Suspended;
        schema = change.After;
    }

    private void Say(Operation operation)
    {
        Located(operation, () =>
        {
            Emit([.. operation.Accept(new SqliteOperationSql(schema))], operation, 1);
            if (operation is SetForeignKeyChecks { Enabled: false }) foreignKeys = ForeignKeyEnforcement.Suspended;
            if (schema is not null) schema = SqliteRenaming.After(operation, schema, triggers);
        });
    }

    private void Emit(string[] texts, Operation operation, int operations)
    {
        said += operations;
        for (var i = 0; i < texts.Length; i++) Emit(texts[i], operation, i == texts.Length - 1 ? said : null);
    }

    private void Emit(string statement, Operation operation, int? completes)
    {
        if (statement.Contains('\0', StringComparison.Ordinal))
        {
            throw new GodwitException(ErrorCode.InvalidDefinition, $"The SQL of \"{operation.Summary}\" holds a NUL character, at which SQLite stops reading.",
                "Write the text that holds it as bytes: CAST(X'…' AS text).", operation.Location);
        }

        statements.Add(new SqlStatement(statement, operation.Location) { Completes = completes });
    }

    private static void Located(Operation operation, Action action)
    {
        try
        {
            action();
        }
        catch (GodwitException exception) when (exception.Location is null && operation.Location is not null)
        {
            throw new GodwitException(exception.Code, exception.Message, exception.Remedy, operation.Location, exception.State, exception);
        }
    }
}
