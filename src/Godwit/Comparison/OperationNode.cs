using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>What the order of an operation depends on.</summary>
/// <param name="Phase">When it runs where nothing else decides it.</param>
/// <param name="Subject">What it is about: operations about the same name keep their order. Null keeps to its phase alone.</param>
internal sealed record OperationNode(OperationPhase Phase, ObjectName? Subject)
{
    /// <summary>The tables that have to be there, with their columns and keys.</summary>
    internal IEnumerable<ObjectName> Tables { get; init; } = [];

    /// <summary>The SQL that may speak of types, sequences and routines.</summary>
    internal IEnumerable<string> Expressions { get; init; } = [];

    /// <summary>The SQL that may speak of tables and views as well.</summary>
    internal string? Query { get; init; }
}
