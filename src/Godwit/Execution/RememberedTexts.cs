using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Execution;

/// <summary>
/// Views, triggers and routines that are made again when operations are undone. Their texts were read before the first of the
/// operations, and what a rename makes of a text only the database knows (PostgreSQL keeps what a name meant, SQLite writes the text
/// anew, MySQL leaves it as it is). One that speaks of what was renamed before it was dropped is right again once the rename is undone,
/// so it waits until then; and so do those after it, which may need it.
/// </summary>
internal sealed class RememberedTexts(IReadOnlyList<Operation> operations)
{
    private readonly Dictionary<int, List<Operation>> waiting = [];

    /// <summary>Of what undoes an operation, the part that can be done in its place.</summary>
    internal IEnumerable<Operation> Ready(int place, Operation undoing) => undoing is CreateTable { Table.Triggers.Count: > 0 } table
        ? [table with { Table = table.Table with { Triggers = table.Table.Triggers.Without(trigger => Waits(place, Making(table, trigger))) } }]
        : Waits(place, undoing) ? [] : [undoing];

    /// <summary>What has waited until an operation is undone.</summary>
    internal IEnumerable<Operation> ReadyAfter(int place) => waiting.Remove(place, out var ready) ? ready : [];

    private bool Waits(int place, Operation undoing)
    {
        var texts = Texts(undoing);
        if (texts.Count == 0 || FirstRename(texts, MadeAt(place, undoing) + 1, place) is not { } rename) return false;
        if (!waiting.TryGetValue(rename, out var waiters)) waiting.Add(rename, waiters = []);
        waiters.Add(undoing is CreateTrigger trigger ? trigger with { Table = NameBefore(rename, place, trigger.Table) } : undoing);
        return true;
    }

    private int? FirstRename(IReadOnlyList<string> texts, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (waiting.ContainsKey(i) || (OldName(operations[i]) is { } name && texts.Any(text => MayMention(text, name)))) return i;
        return null;
    }

    // Of what these operations made themselves the text is as old as that.
    private int MadeAt(int place, Operation undoing)
    {
        for (var i = place - 1; i >= 0; i--)
            if (IsSame(operations[i], undoing)) return i;
        return -1;
    }

    private ObjectName NameBefore(int rename, int place, ObjectName table)
    {
        for (var i = place - 1; i >= rename; i--)
            if (operations[i] is RenameTable renaming && renaming.To == table) table = renaming.From;
        return table;
    }

    private static CreateTrigger Making(CreateTable table, Trigger trigger) => new(table.Table.Name, trigger.Name, trigger.Definition) { Location = table.Location };

    private static bool IsSame(Operation made, Operation again) => (made, again) switch
    {
        (CreateView one, CreateView other) => one.Name == other.Name,
        (CreateTrigger one, CreateTrigger other) => one.Name == other.Name,
        (CreateRoutine one, CreateRoutine other) => one.Name == other.Name,
        _ => false,
    };

    private static IReadOnlyList<string> Texts(Operation undoing) => undoing switch
    {
        CreateView { Query.Any: { } query } view => [query, .. (view.Whole?.Triggers ?? []).Select(trigger => trigger.Definition)],
        CreateTrigger { Definition.Any: { } definition } => [definition],
        CreateRoutine { Definition.Any: { } definition } => [definition],
        _ => [],
    };

    private static string? OldName(Operation operation) => operation switch
    {
        RenameTable rename => rename.From.Name,
        RenameColumn rename => rename.From,
        RenameEnumValue rename => rename.From,
        _ => null,
    };

    // A name or a value is written with its quotes doubled. To wait without need does no harm.
    private static bool MayMention(string text, string name) =>
        text.Replace("\"\"", "\"", StringComparison.Ordinal).Replace("``", "`", StringComparison.Ordinal).Replace("''", "'", StringComparison.Ordinal)
            .Contains(name, StringComparison.OrdinalIgnoreCase);
}
