using System.Collections.Immutable;
using Godwit.Operations;

namespace Godwit.Execution;

/// <summary>Derives what undoes a list of operations.</summary>
internal static class Reversing
{
    /// <summary>The operations that undo some, the last first; or the first of them that nothing undoes.</summary>
    internal static (ImmutableArray<Operation> Operations, Irreversible? Obstacle) Of(IReadOnlyList<Operation> operations)
    {
        var reversed = ImmutableArray.CreateBuilder<Operation>(operations.Count);
        var texts = new RememberedTexts(operations);
        Irreversible? obstacle = null;
        for (var i = operations.Count - 1; i >= 0; i--)
        {
            switch (operations[i].Reverse())
            {
                case Reversal.By by: reversed.AddRange(by.Operations.SelectMany(operation => texts.Ready(i, operation))); break;
                // what only the schema of that day could tell is named last: the author can do less about it
                case Reversal.None none when obstacle is null || !operations[i].ReversesFromSchema: obstacle = new Irreversible(operations[i], none.Advice); break;
            }

            reversed.AddRange(texts.ReadyAfter(i));
        }

        return (obstacle is null ? reversed.DrainToImmutable() : [], obstacle);
    }
}
