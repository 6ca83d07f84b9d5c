using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>A schema with the accepted renames made, so that whatever is the same on both sides has the same name.</summary>
internal sealed class Renaming
{
    private readonly DatabaseSchema to;
    private readonly HashSet<Rename> refused;
    private readonly List<Operation> operations = [];
    private readonly List<UnansweredRename> unanswered = [];

    internal Renaming(DatabaseSchema from, DatabaseSchema to, RenameDecisions decisions)
    {
        this.to = to;
        Renamed = from;
        refused = [.. decisions.Refused];
        RenameTables([.. decisions.Accepted.OfType<TableRename>()]);
        RenameColumns(decisions.Accepted.OfType<ColumnRename>().ToLookup(rename => rename.Table));
        RenameEnumValues(decisions.Accepted.OfType<EnumValueRename>().ToLookup(rename => rename.Type));
    }

    /// <summary>The schema before, under the names afterwards.</summary>
    internal DatabaseSchema Renamed { get; private set; }

    internal IReadOnlyList<Operation> Operations => operations;

    internal IReadOnlyList<UnansweredRename> Unanswered => unanswered;

    private void RenameTables(TableRename[] accepted)
    {
        var before = Renamed.Tables.Select(table => table.Name).ToHashSet();
        var after = to.Tables.Select(table => table.Name).ToHashSet();
        var valid = Valid(accepted.Select(rename => (rename.From, rename.To)), before.Contains, after.Contains);
        foreach (var (from, name) in RenameOrder.Of(valid, name => name.Sibling(name.Name + "_renamed"))) Apply(new RenameTable(from, name));

        var pairs = Pairing<Table>.By(Renamed.Tables, to.Tables, table => table.Name);
        unanswered.AddRange(RenameDetector.Tables(pairs.Gone, pairs.Added, refused));
    }

    private void RenameColumns(ILookup<ObjectName, ColumnRename> accepted)
    {
        foreach (var (before, after) in Pairing<Table>.By(Renamed.Tables, to.Tables, table => table.Name).Both)
        {
            if (ReferenceEquals(before, after) || before.Columns.Equals(after.Columns)) continue;
            var table = before;
            if (accepted.Contains(after.Name))
            {
                var valid = Valid(accepted[after.Name].Select(rename => (rename.From, rename.To)), name => before.Column(name) is not null, name => after.Column(name) is not null);
                foreach (var (from, name) in RenameOrder.Of(valid, name => name + "_renamed")) Apply(new RenameColumn(after.Name, from, name));
                table = Renamed.Require(after.Name);
            }

            unanswered.AddRange(RenameDetector.Columns(table, after, refused));
        }
    }

    private void RenameEnumValues(ILookup<ObjectName, EnumValueRename> accepted)
    {
        foreach (var (before, after) in EnumsDifference.Pairs(Renamed, to).Both)
        {
            var valid = Valid(accepted[after.Name].Select(rename => (rename.From, rename.To)), before.Values.Contains, after.Values.Contains);
            foreach (var (from, name) in RenameOrder.Of(valid, name => name + "_renamed")) Apply(new RenameEnumValue(after.Name, from, name));
            unanswered.AddRange(RenameDetector.EnumValues(Renamed.Enums.First(type => type.Name == after.Name), after, refused));
        }
    }

    // What was renamed long ago is not there any more, and a name that is taken by another is not free.
    private static (T From, T To)[] Valid<T>(IEnumerable<(T From, T To)> accepted, Predicate<T> isBefore, Predicate<T> isAfter)
        where T : notnull
    {
        var renames = accepted.Where(rename => !rename.From.Equals(rename.To) && isBefore(rename.From) && isAfter(rename.To)).Distinct().ToList();
        while (true)
        {
            var sources = renames.Select(rename => rename.From).ToHashSet();
            if (renames.RemoveAll(rename => isBefore(rename.To) && !sources.Contains(rename.To)) == 0) break;
        }

        var froms = new HashSet<T>();
        var tos = new HashSet<T>();
        return [.. renames.Where(rename => froms.Add(rename.From) & tos.Add(rename.To))];
    }

    private void Apply(Operation operation)
    {
        operations.Add(operation);
        Renamed = operation.ApplyTo(Renamed);
    }
}
