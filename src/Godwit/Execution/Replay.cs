using System.Collections.Immutable;
using Godwit.Dialects;
using Godwit.Generation;
using Godwit.Migrations;
using Godwit.Operations;
using Godwit.Planning;
using Godwit.Schema;

namespace Godwit.Execution;

/// <summary>
/// The schema as migrations make it, computed from what they describe, one after the other: what a database would show between them. What they
/// do in SQL or code of their own is not followed, but remembered: who needs such a table's definition is told that only the database has it.
/// </summary>
internal sealed class Replay(Dialect dialect, SqlGenerator generator, string product)
{
    private readonly RawSql raw = new();
    private DatabaseSchema schema = new(product);

    /// <summary>Goes on over a migration.</summary>
    internal void Follow(MigrationStanding migration)
    {
        if (migration.Script!.Code is not { } code)
        {
            foreach (var statement in migration.Script.Up.Statements) raw.Note(migration.Id, statement);
            return;
        }

        foreach (var operation in MigrationDescription.Up(code, product, migration.Source!.Path, schema)) Follow(migration.Id, operation);
        schema = dialect.Normalize(schema);
    }

    /// <summary>Says what a migration does, with the schema before it.</summary>
    /// <exception cref="GodwitException">It needs a definition that only the database has.</exception>
    internal StepScript Say(PlanStep step, Func<DatabaseSchema, StepScript?> say)
    {
        foreach (var operation in Described(step))
        {
            if (!generator.NeedsSchema(operation) && !operation.ReversesFromSchema) continue;
            var blame = OperationGroup.TableOf(operation) is { } table ? raw.Changed(table) : raw.First;
            if (blame is not null) throw OnlyDatabase(step, operation, blame);
        }

        try
        {
            return say(schema)!;
        }
        catch (GodwitException unknown) when (raw.First is { } first && unknown.Code is ErrorCode.UnknownObject or ErrorCode.ObjectExists)
        {
            throw new GodwitException(unknown.Code, $"{unknown.Message} {raw.First} has changed the schema in SQL or code of its own, which only the database understands.",
                Remedy(step), unknown.Location, inner: unknown);
        }
    }

    // What is derived is derived from the up.
    private ImmutableArray<Operation> Described(PlanStep step)
    {
        var (code, file) = (step.Migration.Script!.Code!, step.Migration.Source!.Path);
        return step.Direction is Direction.Down && MigrationDescription.HasDown(code)
            ? MigrationDescription.Down(code, product, file, schema)!.Value
            : MigrationDescription.Up(code, product, file, schema);
    }

    private void Follow(MigrationId id, Operation operation)
    {
        switch (operation)
        {
            case RunCode:
                raw.NoteOpaque(id);
                return;
            case RunSql sql:
                if (sql.Sql.For(product) is { } text) raw.Note(id, new Sql.SqlStatement(text));
                return;
        }

        try
        {
            schema = operation.Complete(schema).ApplyTo(schema);
        }
        catch (GodwitException unknown) when (unknown.Code is ErrorCode.UnknownObject or ErrorCode.ObjectExists)
        {
            // It speaks of what is not followed. Who needs its definition later finds that it is not there, either.
        }
    }

    private static GodwitException OnlyDatabase(PlanStep step, Operation operation, MigrationId blame) => new(
        ErrorCode.NotSupported,
        $"{step.Id}: to {operation.Summary} takes the definition that is there before it, and {blame} may have changed that in SQL or code of its own: "
        + "only the database knows it.",
        Remedy(step), operation.Location ?? step.Migration.Location);

    private static string Remedy(PlanStep step) =>
        $"Ask the database: godwit {(step.Direction is Direction.Up ? "upgrade" : "downgrade")} --pretend prints the SQL with a connection; or let the command run it.";
}
