using Godwit.Schema;

namespace Godwit.Modelling;

/// <summary>What model classes say.</summary>
/// <param name="Schema">The tables, with types that are the same for every database, or the database's own: the dialect normalises them.</param>
/// <param name="Renames">What they say was renamed.</param>
public sealed record ModelSchema(DatabaseSchema Schema, ValueList<Rename> Renames)
{
    /// <summary>Tables that somebody else makes: where they are there, they stay as they are.</summary>
    public ValueList<ObjectName> Others { get; init; } = [];
}
