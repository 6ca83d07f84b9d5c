using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>
/// Finds what may have been renamed: of what went and what came, the pairs that are alike, each name in one of them at most,
/// the most alike first.
/// </summary>
internal static class RenameDetector
{
    // Beyond this number of pairs only tables with the same columns are compared: the question is for people, and they do not
    // rename so many tables at once.
    private const long PairsToCompare = 250_000;

    internal static IEnumerable<UnansweredRename> Tables(IReadOnlyList<Table> gone, IReadOnlyList<Table> added, IReadOnlySet<Rename> refused) =>
        BestFirst(
            from pair in TablePairs(gone, added)
            let likeness = pair.From.To(pair.To)
            where likeness >= TableLikeness.Threshold
            let rename = new TableRename(pair.From.Gone.Name, pair.To.Name)
            where !refused.Contains(rename)
            select (rename.From.ToString(), rename.To.ToString(), new UnansweredRename(rename, likeness)));

    internal static IEnumerable<UnansweredRename> Columns(Table before, Table after, IReadOnlySet<Rename> refused)
    {
        var pairs = Pairing<Column>.By(before.Columns, after.Columns, column => column.Name);
        var likeness = new ColumnLikeness(before, after);
        return BestFirst(
            from gone in pairs.Gone
            from added in pairs.Added
            let rename = new ColumnRename(after.Name, gone.Name, added.Name)
            where !refused.Contains(rename)
            let alike = likeness.Between(gone, added)
            where alike >= ColumnLikeness.Threshold
            select (rename.From, rename.To, new UnansweredRename(rename, alike)));
    }

    internal static IEnumerable<UnansweredRename> EnumValues(EnumType before, EnumType after, IReadOnlySet<Rename> refused)
    {
        var pairs = Pairing<string>.By(before.Values, after.Values, value => value);
        return BestFirst(
            from gone in pairs.Gone
            from added in pairs.Added
            let rename = new EnumValueRename(after.Name, gone, added)
            where !refused.Contains(rename)
            let isAtSamePlace = before.Values.IndexOf(value => value == gone) == after.Values.IndexOf(value => value == added)
            let alike = (NameLikeness.Between(gone, added) + (isAtSamePlace ? 1 : 0)) / 2
            where alike >= 0.5
            select (gone, added, new UnansweredRename(rename, alike)));
    }

    private static IEnumerable<(TableLikeness From, Table To)> TablePairs(IReadOnlyList<Table> gone, IReadOnlyList<Table> added)
    {
        if (gone.Count == 0 || added.Count == 0) return [];
        var likenesses = gone.Select(table => new TableLikeness(table));
        if ((long)gone.Count * added.Count <= PairsToCompare) return likenesses.SelectMany(_ => added, (left, right) => (left, right));
        var shapes = added.ToLookup(TableLikeness.Shape);
        return likenesses.SelectMany(likeness => shapes[TableLikeness.Shape(likeness.Gone)].Take(1), (left, right) => (left, right));
    }

    private static IEnumerable<UnansweredRename> BestFirst(IEnumerable<(string From, string To, UnansweredRename Rename)> candidates)
    {
        var froms = new HashSet<string>(StringComparer.Ordinal);
        var tos = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (from, to, rename) in candidates.OrderByDescending(candidate => candidate.Rename.Likeness)
            .ThenBy(candidate => candidate.From, StringComparer.Ordinal).ThenBy(candidate => candidate.To, StringComparer.Ordinal))
        {
            if (froms.Contains(from) || !tos.Add(to)) continue;
            froms.Add(from);
            yield return rename;
        }
    }
}
