using System.Collections.Immutable;
using Godwit.Migrations;
using Godwit.Schema;

namespace Godwit;

/// <summary>What became of the migrations that were squashed.</summary>
/// <param name="File">The path of the baseline.</param>
/// <param name="Replaced">The migrations that it stands for, in their order. Their files are in the folder <c>squashed</c> beside it.</param>
/// <param name="Notes">What the baseline leaves out, as it stands in its comments.</param>
/// <param name="Rows">The tables into which the migrations put rows, which the baseline does not.</param>
public sealed record SquashResult(string File, ImmutableArray<MigrationId> Replaced, ValueList<string> Notes, ImmutableArray<TableRows> Rows);

/// <summary>Rows that migrations put into a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Count">How many they are.</param>
public sealed record TableRows(string Table, long Count)
{
    /// <summary>What the baseline says about them.</summary>
    internal string Note => $"The migrations put {Count} {(Count == 1 ? "row" : "rows")} into {Table}. A new database will lack them unless they are inserted here.";
}
