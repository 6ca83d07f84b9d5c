using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>Finds what leads from one schema to another. Pure: it touches nothing.</summary>
public static class SchemaComparer
{
    /// <summary>
    /// The operations that make one schema the other, as few as do it, in an order in which they can run, and what they leave open.
    /// Neither the order of columns nor the name of a primary key is a difference; constraints without a name are compared by what
    /// they demand.
    /// </summary>
    /// <param name="from">The schema before, normalised by the dialect.</param>
    /// <param name="to">The schema afterwards, normalised by the same dialect.</param>
    /// <param name="decisions">What was said about renames; null is nothing.</param>
    /// <param name="scope">How much <paramref name="to"/> speaks for.</param>
    /// <exception cref="GodwitException">The schemas are those of different databases.</exception>
    public static SchemaDifference Compare(
        DatabaseSchema from, DatabaseSchema to, RenameDecisions? decisions = null, ComparisonScope scope = ComparisonScope.Everything)
    {
        if (from.Product != to.Product)
        {
            throw new GodwitException(
                ErrorCode.NotSupported, $"A schema of {from.Product} cannot be compared with one of {to.Product}: their types have different names.",
                "Compare two databases of the same kind.");
        }

        var renaming = new Renaming(from, to, decisions ?? RenameDecisions.None);
        var before = renaming.Renamed;
        var after = scope is ComparisonScope.Models ? ModelScope.Complete(before, to) : to;
        var tables = new TablesDifference(before, after);
        var routines = new RoutinesDifference(before, after);
        var views = new ViewsDifference(before, after, Disturbed(renaming, tables, routines));
        Operation[] operations =
        [
            .. NamespacesDifference.Operations(before, after),
            .. views.Operations,
            .. renaming.Operations,
            .. tables.Drops(),
            .. routines.Operations,
            .. SequencesDifference.Operations(before, after),
            .. EnumsDifference.Operations(before, after),
            .. tables.Changes(routines.Remade),
            .. after.Natives.Except(before.Natives).Select(NativeDifference.Creation),
        ];
        return new SchemaDifference(
            OperationOrderer.Order(operations),
            renaming.Unanswered.ToValueList(),
            [
                .. tables.Unsupported,
                .. SequencesDifference.Unsupported(before, after),
                .. EnumsDifference.Unsupported(before, after),
                .. NamespacesDifference.Unsupported(before, after),
                .. Unread(before, after),
                .. NativeDifference.Unsupported(before, after),
            ]);
    }

    // Names by which a view may speak of what goes or becomes another: a column's by its table, all else by itself.
    private static Dictionary<string, HashSet<string>?> Disturbed(Renaming renaming, TablesDifference tables, RoutinesDifference routines)
    {
        var disturbed = new Dictionary<string, HashSet<string>?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (table, disturbance) in tables.Disturbances) Add(table.Name, disturbance.Columns);
        foreach (var rename in renaming.Operations.OfType<RenameColumn>()) Add(rename.Table.Name, [rename.From]);
        foreach (var rename in renaming.Operations.OfType<RenameTable>()) disturbed[rename.From.Name] = null;
        foreach (var table in tables.Gone) disturbed[table.Name] = null;
        foreach (var routine in routines.Remade) disturbed[routine] = null;
        return disturbed;

        void Add(string table, IEnumerable<string> columns)
        {
            if (!disturbed.TryGetValue(table, out var known)) disturbed.Add(table, known = new HashSet<string>(StringComparer.OrdinalIgnoreCase));
            known?.UnionWith(columns);
        }
    }

    private static IEnumerable<UnsupportedChange> Unread(DatabaseSchema from, DatabaseSchema to) =>
    [
        .. from.Unread.Except(to.Unread).Select(what => new UnsupportedChange($"There is the {what}, and there is to be none.", "Write what drops it with schema.Sql.")),
        .. to.Unread.Except(from.Unread).Select(what => new UnsupportedChange($"There is no {what}, and there is to be one.", "Write what makes it with schema.Sql.")),
    ];
}
