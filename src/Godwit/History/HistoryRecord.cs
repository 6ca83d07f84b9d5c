namespace Godwit.History;

/// <summary>What the history is told of a migration that is applied.</summary>
/// <param name="Id">The migration's id.</param>
/// <param name="Batch">The run that applies it.</param>
/// <param name="Checksum">The checksum of what is applied.</param>
/// <param name="AppliedBy">Who applies it.</param>
/// <param name="GodwitVersion">The version of Godwit that applies it.</param>
/// <param name="DownSql">The SQL that undoes it; null when there is none.</param>
internal sealed record HistoryRecord(string Id, int Batch, string Checksum, string AppliedBy, string GodwitVersion, string? DownSql);
