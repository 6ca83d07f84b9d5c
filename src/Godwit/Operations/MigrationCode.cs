namespace Godwit.Operations;

/// <summary>Code of a migration, which acts on the open connection in the migration's transaction.</summary>
/// <param name="connection">The open connection.</param>
/// <param name="cancellation">Cancels the run.</param>
public delegate Task MigrationCode(MigrationConnection connection, CancellationToken cancellation);
