using Godwit.Dialects;

namespace Godwit.Execution;

/// <summary>A statement did not get a lock, and what was begun is rolled back: trying again is safe. No application sees this.</summary>
internal sealed class BlockedException(StatementException failure) : Exception(failure.Message, failure)
{
    /// <summary>What failed.</summary>
    internal StatementException Failure => failure;
}
