using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Sqlite.Tests.Operations;

/// <summary>
/// What the views and triggers of a made-up schema speak of. SQLite renames in their texts, and the schema as it is computed does not: so
/// it is kept here, and what was renamed in is not dropped any more, as its text is not known.
/// </summary>
internal sealed class RandomDependents
{
    private readonly List<Use> uses = [];
    private readonly HashSet<string> renamed = [];

    /// <summary>The names of those whose text is as it was computed.</summary>
    internal IEnumerable<string> Known => uses.Select(use => use.By).Distinct().Where(name => !renamed.Contains(name));

    internal bool SpeakOf(ObjectName table, string column) => uses.Any(use => use.Table == table.Name && use.Column == column);

    /// <summary>Whether a table cannot be dropped: a view speaks of it, or a trigger of it could not be given back.</summary>
    internal bool Hold(Table table) => uses.Any(use => use.Table == table.Name.Name && (renamed.Contains(use.By) || !table.Triggers.Any(trigger => trigger.Name == use.By)));

    internal void Add(string name, ObjectName table, params IEnumerable<string> columns) => uses.AddRange(columns.Select(column => new Use(name, table.Name, column)));

    /// <summary>Follows an operation.</summary>
    internal void Follow(Operation operation)
    {
        switch (operation)
        {
            case RenameTable rename: Rename(use => use.Table == rename.From.Name, use => use with { Table = rename.To.Name }); break;
            case RenameColumn rename: Rename(use => use.Table == rename.Table.Name && use.Column == rename.From, use => use with { Column = rename.To }); break;
            case DropView drop: uses.RemoveAll(use => use.By == drop.Name.Name); break;
            case DropTrigger drop: uses.RemoveAll(use => use.By == drop.Name); break;
            case DropTable drop: uses.RemoveAll(use => use.Table == drop.Table.Name); break;
            default: break;
        }
    }

    private void Rename(Predicate<Use> applies, Func<Use, Use> change)
    {
        for (var i = 0; i < uses.Count; i++)
        {
            if (!applies(uses[i])) continue;
            renamed.Add(uses[i].By);
            uses[i] = change(uses[i]);
        }
    }

    private sealed record Use(string By, string Table, string Column);
}
