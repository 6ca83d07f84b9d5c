namespace Godwit;

/// <summary>
/// A migration asked what is in the database before the schema was read. The engine reads it and asks the migration to describe
/// itself again; no application sees this.
/// </summary>
internal sealed class SchemaNeededException() : Exception("The migration asks what is in the database, and the schema has not been read.");
