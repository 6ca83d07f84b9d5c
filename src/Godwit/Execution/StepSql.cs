using System.Collections.Immutable;
using Godwit.Planning;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>The SQL that a step of a plan would run: its own statements, and those that keep the history.</summary>
/// <param name="Step">The step.</param>
/// <param name="Transactions">The parts that take effect together, each with its statements as they would be sent.</param>
public sealed record StepSql(PlanStep Step, ImmutableArray<ImmutableArray<SqlStatement>> Transactions);
