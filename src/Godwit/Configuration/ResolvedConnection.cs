namespace Godwit.Configuration;

/// <summary>The connection that was chosen.</summary>
/// <param name="Settings">How to reach the database, complete: a server has a host, a SQLite file an absolute path.</param>
/// <param name="Source">Who chose it, in words: <c>DATABASE_URL from .env</c>, <c>connection shop from godwit.json</c>.</param>
public sealed record ResolvedConnection(ConnectionSettings Settings, string Source);
