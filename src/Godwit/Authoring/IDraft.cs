using Godwit.Operations;

namespace Godwit;

/// <summary>What an author has begun to describe and may still add to.</summary>
internal interface IDraft
{
    /// <summary>The operations that it stands for as it is now.</summary>
    /// <exception cref="GodwitException">It is not complete, or contradicts itself.</exception>
    IEnumerable<Operation> Freeze();
}
