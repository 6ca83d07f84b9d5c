namespace Godwit.Execution;

/// <summary>The database was busy before anything was begun: trying again is safe. No application sees this.</summary>
internal sealed class BusyException(Exception inner) : Exception(inner.Message, inner);
