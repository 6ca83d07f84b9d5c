using System.Collections.Immutable;
using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>What a change of a table takes away from those that are built on it: foreign keys and views.</summary>
/// <param name="Columns">The columns whose values go or become others.</param>
/// <param name="Keys">The columns of each key that is dropped, be it for a while.</param>
internal sealed record Disturbance(IReadOnlySet<string> Columns, ImmutableArray<ValueList<string>> Keys)
{
    internal bool IsEmpty => Columns.Count == 0 && Keys.IsEmpty;

    /// <summary>Whether a foreign key to the table has to be dropped for it, and added again afterwards.</summary>
    internal bool Reaches(ForeignKey key) =>
        Columns.Overlaps(key.ReferencedColumns)
        || Keys.Any(columns => columns.Count == key.ReferencedColumns.Count && columns.All(key.ReferencedColumns.Contains));
}
