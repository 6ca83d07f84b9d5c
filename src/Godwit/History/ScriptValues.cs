namespace Godwit.History;

/// <summary>What a script writes into the history in place of what a run knows: SQL expressions.</summary>
/// <param name="Batch">The number of the batch.</param>
/// <param name="AppliedBy">Who runs it.</param>
internal sealed record ScriptValues(string Batch, string AppliedBy);
