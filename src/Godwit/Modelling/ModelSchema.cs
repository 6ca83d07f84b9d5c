using Godwit.Schema;

namespace Godwit.Modelling;

/// <summary>What model classes say.</summary>
/// <param name="Schema">The tables, with types that are the same for every database: the dialect normalises them.</param>
/// <param name="Renames">What they say was renamed.</param>
public sealed record ModelSchema(DatabaseSchema Schema, ValueList<Rename> Renames);
