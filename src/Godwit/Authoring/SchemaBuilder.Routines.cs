using System.Runtime.CompilerServices;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <content>
/// Triggers and routines. Their statements are written whole, as <c>new() { PostgreSql = "…", MySql = "…" }</c> where they differ;
/// a database for which there is none is left alone.
/// </content>
public sealed partial class SchemaBuilder
{
    /// <summary>Makes a trigger by the whole statement: <c>CREATE TRIGGER …</c>.</summary>
    /// <param name="table">Its table or view.</param>
    /// <param name="name">Its name, as in the statement.</param>
    /// <param name="definition">The statement.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void CreateTrigger(ObjectName table, string name, DialectText definition, [CallerLineNumber] int line = 0)
    {
        var call = Call(table, line);
        Do(new CreateTrigger(table, call.Require(name, "The name of a trigger"), DialectTexts.Require(call, definition, $"The statement of the trigger {name}")), line);
    }

    /// <summary>Drops a trigger: <c>DROP TRIGGER</c>. Its definition is remembered, so that the way back can be derived.</summary>
    /// <param name="table">Its table or view.</param>
    /// <param name="name">Its name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void DropTrigger(ObjectName table, string name, [CallerLineNumber] int line = 0) =>
        Do(new DropTrigger(table, Call(table, line).Require(name, "The name of a trigger")), line);

    /// <summary>Drops a trigger if it is there: <c>DROP TRIGGER IF EXISTS</c>.</summary>
    /// <param name="table">Its table or view.</param>
    /// <param name="name">Its name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void DropTriggerIfExists(ObjectName table, string name, [CallerLineNumber] int line = 0) =>
        Do(new DropTrigger(table, Call(table, line).Require(name, "The name of a trigger")) { IfExists = true }, line);

    /// <summary>Makes a function by the whole statement: <c>CREATE FUNCTION …</c> (not SQLite).</summary>
    /// <param name="name">Its name, as in the statement.</param>
    /// <param name="definition">The statement.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public RoutineBuilder CreateFunction(ObjectName name, DialectText definition, [CallerLineNumber] int line = 0) => Do(Routine(name, RoutineKind.Function, definition, line));

    /// <summary>Makes a procedure by the whole statement: <c>CREATE PROCEDURE …</c> (not SQLite).</summary>
    /// <param name="name">Its name, as in the statement.</param>
    /// <param name="definition">The statement.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public RoutineBuilder CreateProcedure(ObjectName name, DialectText definition, [CallerLineNumber] int line = 0) => Do(Routine(name, RoutineKind.Procedure, definition, line));

    /// <summary>Makes an aggregate by the whole statement: <c>CREATE AGGREGATE …</c> (PostgreSQL).</summary>
    /// <param name="name">Its name, as in the statement.</param>
    /// <param name="definition">The statement.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public RoutineBuilder CreateAggregate(ObjectName name, DialectText definition, [CallerLineNumber] int line = 0) => Do(Routine(name, RoutineKind.Aggregate, definition, line));

    /// <summary>Drops a function: <c>DROP FUNCTION</c>. Its definition is remembered, so that the way back can be derived.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public DropRoutineBuilder DropFunction(ObjectName name, [CallerLineNumber] int line = 0) => DropRoutine(name, RoutineKind.Function, line);

    /// <summary>Drops a procedure: <c>DROP PROCEDURE</c>. Its definition is remembered, so that the way back can be derived.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public DropRoutineBuilder DropProcedure(ObjectName name, [CallerLineNumber] int line = 0) => DropRoutine(name, RoutineKind.Procedure, line);

    /// <summary>Drops an aggregate: <c>DROP AGGREGATE</c> (PostgreSQL), which always wants the types of its arguments.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="arguments">The types of its arguments: <c>integer</c>.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public DropRoutineBuilder DropAggregate(ObjectName name, string arguments, [CallerLineNumber] int line = 0) => DropRoutine(name, RoutineKind.Aggregate, line).Arguments(arguments);

    private RoutineBuilder Routine(ObjectName name, RoutineKind kind, DialectText definition, int line)
    {
        var call = Call(line);
        return new RoutineBuilder(call, call.Require(name, "The name of a routine"), kind, DialectTexts.Require(call, definition, $"The statement of {name}"));
    }

    private DropRoutineBuilder DropRoutine(ObjectName name, RoutineKind kind, int line)
    {
        var call = Call(line);
        return Do(new DropRoutineBuilder(call, call.Require(name, "The name of a routine"), kind));
    }
}
