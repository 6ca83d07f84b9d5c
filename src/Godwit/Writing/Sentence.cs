using Godwit.Schema;

namespace Godwit.Writing;

/// <summary>One call on a builder.</summary>
/// <param name="Table">The table whose callback it stands in; null when it is a call on the schema builder.</param>
/// <param name="Calls">The calls, without the builder's name; several where one operation needs them.</param>
internal sealed record Sentence(ObjectName? Table, IReadOnlyList<string> Calls)
{
    /// <summary>What stands inside the call's callback; null when it has none.</summary>
    internal IReadOnlyList<string>? Inside { get; init; }

    internal static Sentence OfSchema(string call) => new(null, [call]);

    internal static Sentence OfTable(ObjectName table, params IReadOnlyList<string> calls) => new(table, calls);
}
