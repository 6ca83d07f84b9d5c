using System.Collections.Immutable;
using Godwit.Dialects;
using Godwit.Generation;
using Godwit.History;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Execution;

/// <summary>
/// Says migrations in C# in SQL. Most need nothing but themselves; some need the schema before them, because a statement has to
/// repeat what does not change, or because what undoes them is to bring back what was there.
/// </summary>
/// <param name="dialect">The dialect.</param>
/// <param name="generator">Its generator, as the server at hand understands it.</param>
/// <param name="product">The database by name.</param>
internal sealed class CodeTranslator(Dialect dialect, SqlGenerator generator, string product)
{
    private readonly OperationSql sql = new(dialect, generator, product);

    /// <summary>What applies a migration, with what will undo it.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="file">Its file, as shown to people.</param>
    /// <param name="before">The schema before it; null to try without.</param>
    /// <param name="journal">What an earlier run noted of it; null when none was inside it.</param>
    /// <returns>The translation; null when the schema is needed for it.</returns>
    /// <exception cref="GodwitException">An operation cannot be done, or not on this database.</exception>
    internal Translation? Up(Migration migration, string file, DatabaseSchema? before, ImmutableArray<JournalEntry>? journal = null)
    {
        if (Described(() => MigrationDescription.Up(migration, product, file, before), file) is not { } operations) return null;
        var derived = !MigrationDescription.HasDown(migration);
        if (before is null && (sql.NeedsSchema(operations) || (derived ? NeedsSchemaToReverse(operations) : NeedsSchemaToKeep(migration, file)))) return null;
        var said = sql.Say(operations, before, PlaceIn(operations, journal));
        var translation = new Translation(said.Statements, said.ForeignKeys) { After = said.After };
        return derived ? WithDerived(translation, said) : WithWritten(translation, migration, file, said.After);
    }

    /// <summary>What undoes a migration by what its code says now.</summary>
    /// <returns>The translation; null when the schema is needed for it.</returns>
    /// <exception cref="GodwitException">It cannot be derived, or an operation cannot be done, or not on this database.</exception>
    internal Translation? Down(Migration migration, string file, DatabaseSchema? before, ImmutableArray<JournalEntry>? journal = null)
    {
        if (!MigrationDescription.HasDown(migration)) return Derived(migration, file, before, journal);
        if (Described(() => MigrationDescription.Down(migration, product, file, before)!.Value, file) is not { } operations) return null;
        return Said(operations, before, journal);
    }

    private Translation? Derived(Migration migration, string file, DatabaseSchema? before, ImmutableArray<JournalEntry>? journal)
    {
        if (Described(() => MigrationDescription.Up(migration, product, file, before), file) is not { } operations) return null;
        var (reversed, obstacle) = Reversing.Of(operations);
        if (obstacle is not null)
        {
            throw new GodwitException(ErrorCode.MissingDown, $"{Path.GetFileNameWithoutExtension(file)} cannot be undone: nothing undoes {obstacle.Operation.Summary} by itself.",
                obstacle.Advice, obstacle.Operation.Location, "Nothing of it is undone.");
        }

        return Said(reversed, before, journal);
    }

    private Translation? Said(ImmutableArray<Operation> operations, DatabaseSchema? before, ImmutableArray<JournalEntry>? journal)
    {
        if (before is null && sql.NeedsSchema(operations)) return null;
        var said = sql.Say(operations, before, PlaceIn(operations, journal));
        return new Translation(said.Statements, said.ForeignKeys) { After = said.After };
    }

    private static Resumption? PlaceIn(ImmutableArray<Operation> operations, ImmutableArray<JournalEntry>? journal) =>
        journal is { } entries ? Resumption.Find(entries, OperationSql.HashesOf(operations)) ?? throw InDoubt.CodeEdited(entries[0]) : null;

    private bool NeedsSchemaToReverse(ImmutableArray<Operation> operations)
    {
        if (operations.Any(operation => operation.ReversesFromSchema)) return true;
        var (reversed, _) = Reversing.Of(operations);
        return sql.NeedsSchema(reversed);
    }

    // A written down is kept as SQL too, for the day on which the file is gone.
    private bool NeedsSchemaToKeep(Migration migration, string file) =>
        Described(() => MigrationDescription.Down(migration, product, file, null)!.Value, file) is not { } operations
        || (!operations.Any(operation => operation is RunCode or Backfill) && sql.NeedsSchema(operations));

    private Translation WithDerived(Translation translation, Said said)
    {
        var losses = said.Completed.Where(operation => operation is DropTable { IsTemporary: false } or DropColumn).ToImmutableArray();
        var (reversed, obstacle) = Reversing.Of(said.Completed);
        return obstacle is null
            ? translation with { Undo = Kept(reversed, said.After), Losses = losses }
            : translation with { Irreversible = obstacle };
    }

    private Translation WithWritten(Translation translation, Migration migration, string file, DatabaseSchema? after) =>
        Described(() => MigrationDescription.Down(migration, product, file, after)!.Value, file) is { } operations
            ? translation with { Undo = Kept(operations, after) }
            : translation;

    // What is kept for the day on which the file is gone is worth trying for, but no reason to fail now: raw SQL may have made
    // what the down speaks of, which nobody knows here.
    private Translation? Kept(ImmutableArray<Operation> operations, DatabaseSchema? after)
    {
        if (operations.Any(operation => operation is RunCode or Backfill)) return null;
        try
        {
            var said = sql.Say(operations, after);
            return new Translation(said.Statements, said.ForeignKeys);
        }
        catch (GodwitException unknown) when (unknown.Code is ErrorCode.UnknownObject or ErrorCode.ObjectExists or ErrorCode.NotSupported)
        {
            return null;
        }
    }

    private static ImmutableArray<Operation>? Described(Func<ImmutableArray<Operation>> describe, string file)
    {
        try
        {
            return describe();
        }
        catch (SchemaNeededException)
        {
            return null;
        }
        catch (Exception thrown) when (thrown is not GodwitException)
        {
            throw new GodwitException(ErrorCode.InvalidCode, $"{Path.GetFileNameWithoutExtension(file)} failed while it described what it does: {thrown.GetType().Name}: {thrown.Message}",
                "Up and Down only describe; code that does something belongs in schema.Run(async (db, cancellation) => …).",
                ThrownAt.Find(thrown, file) ?? new SourceLocation(file, 1, 1), "Nothing of it was run.", thrown);
        }
    }
}
