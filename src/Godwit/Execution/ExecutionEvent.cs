using Godwit.Dialects;
using Godwit.Migrations;
using Godwit.Planning;

namespace Godwit.Execution;

/// <summary>Something that happens during a run, for whoever watches: a terminal, a log, a test.</summary>
public abstract record ExecutionEvent
{
    private ExecutionEvent()
    {
    }

    /// <summary>Another run holds the lock; this one polls until it is free.</summary>
    /// <param name="Holder">Who holds it, when that can be told.</param>
    /// <param name="Waited">How long this run has been waiting.</param>
    public sealed record Waiting(LockHolder? Holder, TimeSpan Waited) : ExecutionEvent;

    /// <summary>A statement did not get a lock in time. What was begun is rolled back, and is tried again after a pause.</summary>
    /// <param name="Step">The migration.</param>
    /// <param name="Statement">The statement.</param>
    /// <param name="Attempt">How often it was tried so far.</param>
    /// <param name="Attempts">How often it is tried at the most.</param>
    /// <param name="Pause">How long the pause is.</param>
    /// <param name="Holders">Who uses the table, or may; empty when nobody can be told.</param>
    public sealed record Blocked(
        PlanStep Step, Sql.SqlStatement Statement, int Attempt, int Attempts, TimeSpan Pause, IReadOnlyList<LockHolder> Holders) : ExecutionEvent;

    /// <summary>Another run has changed the history meanwhile: the plan is made anew.</summary>
    public sealed record Replanned : ExecutionEvent;

    /// <summary>Something about the plan that a person should know.</summary>
    /// <param name="Finding">What it is.</param>
    public sealed record Noticed(Finding Finding) : ExecutionEvent;

    /// <summary>The plan is decided and its first step begins.</summary>
    /// <param name="Plan">The plan.</param>
    /// <param name="Batch">The number of this run; null when it undoes.</param>
    public sealed record RunStarted(Plan Plan, int? Batch) : ExecutionEvent;

    /// <summary>A migration begins.</summary>
    /// <param name="Step">The migration and what is done with it.</param>
    /// <param name="Index">Its place in the plan, counted from 0.</param>
    /// <param name="Statements">How many statements it has.</param>
    /// <param name="Segments">In how many parts it runs; 1 when it is one transaction.</param>
    public sealed record StepStarted(PlanStep Step, int Index, int Statements, int Segments) : ExecutionEvent;

    /// <summary>A statement of the migration begins. Where many travel in one message, not every start is seen.</summary>
    /// <param name="Step">The migration.</param>
    /// <param name="Index">The statement's place in the migration, counted from 0.</param>
    /// <param name="Statements">How many statements the migration has.</param>
    /// <param name="Statement">The statement.</param>
    public sealed record StatementStarted(PlanStep Step, int Index, int Statements, Sql.SqlStatement Statement) : ExecutionEvent;

    /// <summary>A statement of the migration is done.</summary>
    /// <param name="Step">The migration.</param>
    /// <param name="Index">The statement's place in the migration, counted from 0.</param>
    /// <param name="Statement">The statement.</param>
    /// <param name="RowsAffected">Rows inserted, updated or deleted; -1 for other statements.</param>
    /// <param name="Elapsed">How long it took, as far as the client can tell.</param>
    public sealed record StatementCompleted(PlanStep Step, int Index, Sql.SqlStatement Statement, int RowsAffected, TimeSpan Elapsed) : ExecutionEvent;

    /// <summary>A range of a walk through a large table is done and committed.</summary>
    /// <param name="Step">The migration.</param>
    /// <param name="Index">The statement's place in the migration, counted from 0.</param>
    /// <param name="Number">The range's number in this run, counted from 1.</param>
    /// <param name="Key">The key that the walk has reached.</param>
    /// <param name="LastKey">The key with which it ends.</param>
    public sealed record RangeCompleted(PlanStep Step, int Index, int Number, long Key, long LastKey) : ExecutionEvent;

    /// <summary>A migration is applied or undone, and the history says so.</summary>
    /// <param name="Step">The migration and what was done with it.</param>
    /// <param name="Elapsed">How long it took.</param>
    public sealed record StepCompleted(PlanStep Step, TimeSpan Elapsed) : ExecutionEvent;

    /// <summary>A step of an earlier run that was cut off is settled by asking the database.</summary>
    /// <param name="Migration">The migration's id.</param>
    /// <param name="Direction">Which way it went.</param>
    /// <param name="Statement">The statement.</param>
    /// <param name="Effect">What was found.</param>
    public sealed record StepProbed(string Migration, Direction Direction, Sql.SqlStatement Statement, StatementEffect Effect) : ExecutionEvent;

    /// <summary>Something that happens while seeders run.</summary>
    /// <param name="Happened">What it is.</param>
    public sealed record Seeding(Godwit.Seeding.SeedEvent Happened) : ExecutionEvent;
}
