using System.Collections.Immutable;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>What is different about the columns of a table. Their order is not.</summary>
internal sealed class ColumnsDifference
{
    private readonly List<(Column From, Column To)> remade = [];
    private readonly List<ColumnChange> changes = [];
    private readonly HashSet<string> disturbed;

    internal ColumnsDifference(Table from, Table to)
    {
        // A partition has the columns of its parent, which is compared itself.
        var inherits = from.Options.PartitionOf is not null && to.Options.PartitionOf is not null;
        var pairs = inherits ? Pairing<Column>.By([], [], column => column.Name) : Pairing<Column>.By(Effective(from), Effective(to), column => column.Name);
        Gone = pairs.Gone;
        Added = pairs.Added;
        disturbed = [.. Gone.Select(column => column.Name)];
        foreach (var (before, after) in pairs.Both.Where(pair => pair.To.Generated is null)) Compare(before, after);
        foreach (var (before, after) in pairs.Both.Where(pair => pair.To.Generated is not null)) Compare(before, after);
    }

    internal ImmutableArray<Column> Gone { get; }

    internal ImmutableArray<Column> Added { get; }

    /// <summary>The columns that are dropped and added again: nothing but that makes an expression another one everywhere.</summary>
    internal IReadOnlyList<(Column From, Column To)> Remade => remade;

    internal IReadOnlyList<ColumnChange> Changes => changes;

    /// <summary>The columns whose values go or become others, so that keys and views built on them have to be built anew.</summary>
    internal IReadOnlySet<string> Disturbed => disturbed;

    internal bool IsEmpty => Gone.IsEmpty && Added.IsEmpty && remade.Count == 0 && changes.Count == 0;

    // A column of the primary key is never NULL, whatever is said of it.
    private static ValueList<Column> Effective(Table table) => table.PrimaryKey is not { } key ? table.Columns
        : table.Columns.Select(column => column.IsNullable && key.Columns.Contains(column.Name) ? column with { IsNullable = false } : column);

    private void Compare(Column from, Column to)
    {
        var change = ColumnDifference.Between(from, to);
        if (to.Generated is { } generated && ((change is not null && (change.Generated is not null || ColumnDifference.Retypes(change))) || UsesDisturbed(generated)))
        {
            remade.Add((from, to));
            disturbed.Add(to.Name);
        }
        else if (change is not null)
        {
            changes.Add(change);
            if (ColumnDifference.Retypes(change)) disturbed.Add(to.Name);
        }
    }

    private bool UsesDisturbed(GeneratedExpression generated) => disturbed.Count > 0 && disturbed.Overlaps(MentionedNames.In(generated.Sql));
}
