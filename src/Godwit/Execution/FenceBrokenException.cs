namespace Godwit.Execution;

/// <summary>Another run has taken over: the plan no longer fits the history. The engine plans anew; no application sees this.</summary>
internal sealed class FenceBrokenException(Exception? inner = null) : Exception("Another run has changed the history.", inner);
