using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>
/// What is different about the views. A view is dropped before what it uses changes and made again afterwards, and so are those
/// that use it.
/// </summary>
internal sealed class ViewsDifference
{
    private readonly List<Operation> operations = [];

    /// <param name="from">The schema before, with what was renamed under its new name.</param>
    /// <param name="to">The schema after.</param>
    /// <param name="disturbed">The names that views have to make way for: with the columns in question, or null for the whole.</param>
    internal ViewsDifference(DatabaseSchema from, DatabaseSchema to, Dictionary<string, HashSet<string>?> disturbed)
    {
        var pairs = Pairing<View>.By(from.Views, to.Views, view => view.Name);
        if (from.Views.Count == 0 && to.Views.Count == 0) return;
        var changed = pairs.Both.Where(pair => IsAnother(pair.From, pair.To)).Select(pair => pair.From.Name).Concat(pairs.Gone.Select(view => view.Name));
        var dropped = Dropped(from.Views, changed, disturbed);
        foreach (var view in from.Views.Where(view => dropped.Contains(view.Name))) operations.Add(new DropView(view.Name) { IsMaterialized = view.IsMaterialized, Old = view });
        foreach (var view in pairs.Added) operations.Add(CreateView.Of(view));
        foreach (var (before, after) in pairs.Both)
        {
            if (dropped.Contains(before.Name)) operations.Add(CreateView.Of(after));
            else Compare(before, after);
        }
    }

    internal IReadOnlyList<Operation> Operations => operations;

    private static bool IsAnother(View from, View to) =>
        from.Query != to.Query || from.IsMaterialized != to.IsMaterialized || !from.Columns.Equals(to.Columns) || from.Comment != to.Comment;

    private static HashSet<ObjectName> Dropped(ValueList<View> views, IEnumerable<ObjectName> changed, Dictionary<string, HashSet<string>?> disturbed)
    {
        var users = new Dictionary<string, List<ObjectName>>(StringComparer.OrdinalIgnoreCase);
        foreach (var view in views) users.TryAdd(view.Name.Name, []);
        var dropped = new HashSet<ObjectName>(changed);
        foreach (var view in views)
        {
            var names = MentionedNames.In(view.Query);
            foreach (var name in names)
            {
                if (users.TryGetValue(name, out var list) && !name.Equals(view.Name.Name, StringComparison.OrdinalIgnoreCase)) list.Add(view.Name);
                if (disturbed.TryGetValue(name, out var columns) && (columns is null || columns.Overlaps(names) || view.Query.Contains('*', StringComparison.Ordinal))) dropped.Add(view.Name);
            }
        }

        var open = new Stack<ObjectName>(dropped);
        while (open.TryPop(out var view))
        {
            foreach (var user in users[view.Name])
            {
                if (dropped.Add(user)) open.Push(user);
            }
        }

        return dropped;
    }

    private void Compare(View from, View to)
    {
        var indexes = new IndexesDifference(from.Indexes, to.Indexes, _ => false);
        var triggers = new TriggersDifference(from.Triggers, to.Triggers, new HashSet<string>());
        operations.AddRange(triggers.Drops(to.Name));
        operations.AddRange(indexes.Drops(to.Name));
        operations.AddRange(indexes.Creates(to.Name));
        operations.AddRange(triggers.Creates(to.Name));
    }
}
