using Godwit.Comparison;
using Godwit.Schema;

namespace Godwit.Cli.Commands;

/// <summary>Renames as they are written on the command line and asked about.</summary>
internal static class RenameText
{
    /// <summary>Reads <c>old:new</c> (a table), <c>table.old:new</c> or <c>table.old:table.new</c> (a column), <c>type.old:new</c> (a value of an enumerated type).</summary>
    /// <param name="text">What was written.</param>
    /// <param name="before">The schema in which the old name is.</param>
    /// <exception cref="GodwitException">It is not of that form, or nothing has the old name.</exception>
    internal static Rename Parse(string text, DatabaseSchema before)
    {
        var sides = text.Split(':');
        if (sides.Length != 2 || sides[0].Length == 0 || sides[1].Length == 0) throw Malformed(text);
        var (old, wanted) = (sides[0].Trim(), sides[1].Trim());
        if (before.Tables.FirstOrDefault(table => table.Name.ToString() == old) is { } renamed) return new TableRename(renamed.Name, Name(wanted));
        var dot = old.LastIndexOf('.');
        if (dot <= 0) throw Unknown(text, old, before.Tables.Select(table => table.Name.ToString()));
        var (owner, from) = (old[..dot], old[(dot + 1)..]);
        if (before.Enums.FirstOrDefault(type => type.Name.ToString() == owner) is { } type) return new EnumValueRename(type.Name, from, Last(wanted, owner));
        var table = before.Tables.FirstOrDefault(table => table.Name.ToString() == owner) ?? throw Unknown(text, owner, before.Tables.Select(table => table.Name.ToString()));
        if (table.Column(from) is null) throw Unknown(text, old, table.Columns.Select(column => $"{owner}.{column.Name}"));
        return new ColumnRename(table.Name, from, Last(wanted, owner));
    }

    /// <summary>The question whether something was renamed.</summary>
    internal static string Question(UnansweredRename unanswered) => unanswered.Rename switch
    {
        TableRename rename => $"Was the table {rename.From} renamed to {rename.To}? If not, it is dropped with its rows.",
        ColumnRename rename => $"Was the column {rename.From} of {rename.Table} renamed to {rename.To}? If not, it is dropped with its values.",
        EnumValueRename rename => $"Was the value {rename.From} of {rename.Type} renamed to {rename.To}? If not, it is dropped.",
        _ => throw new InvalidOperationException("A rename is one of three."),
    };

    /// <summary>The failure that lists what nobody answered.</summary>
    internal static GodwitException Unanswered(ValueList<UnansweredRename> renames) => new(
        ErrorCode.UnansweredRename,
        $"Perhaps renamed, and there is nobody to ask: {string.Join(", ", renames.Select(unanswered => unanswered.Rename))}.",
        $"If so: {string.Join(" ", renames.Select(unanswered => $"--rename {unanswered.Rename}"))}; or [RenamedFrom(\"…\")] in the model. If not, run it in a terminal and answer no.",
        state: "Nothing was written.");

    // The columns of a renamed table may be named by either of its names.
    private static string Last(string wanted, string owner) => wanted.LastIndexOf('.') is var dot && dot > 0 && wanted[..dot] == owner ? wanted[(dot + 1)..] : wanted;

    private static ObjectName Name(string text) => text.Split('.', 2) is [var schema, var name] ? new ObjectName(schema, name) : new ObjectName(null, text);

    private static GodwitException Malformed(string text) => new(
        ErrorCode.Usage, $"--rename {text} is not understood.", "Write old:new for a table, and table.old:new for a column.");

    private static GodwitException Unknown(string text, string name, IEnumerable<string> known) => new(
        ErrorCode.Usage, $"--rename {text}: there is no {name}.",
        Suggestion.Nearest(name, known) is { } near ? $"Did you mean {near}?" : "Write old:new for a table, and table.old:new for a column.");
}
