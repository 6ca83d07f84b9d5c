using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.MySql;

/// <summary>One ALTER TABLE that grows while neighbours join.</summary>
internal sealed class AlterTable(Wording.Alteration first)
{
    private readonly List<Wording.Alteration> parts = [first];

    /// <summary>
    /// Whether a change can be made by the same statement: where it is no slower for that, and speaks of nothing that the
    /// statement makes, changes or renames. Of clauses that speak of one another servers take some in the order in which they are
    /// written, and some as if all came first.
    /// </summary>
    internal bool Takes(Wording.Alteration next)
    {
        if (next.Table != first.Table || next.Online != first.Online) return false;
        if (parts.Exists(part => part.Numbering is { } numbered && (numbered == next.Numbering || (Has(part.Adds, numbered) && Has(next.Uses, numbered))))) return true;
        return IsAsCheap(next.Work)
            && parts.TrueForAll(part => !Clashes(part, next) && !Clashes(next, part))
            && !(next.After is { } after && parts.Exists(part => Has(part.Changes, after)));
    }

    internal void Add(Wording.Alteration next) => parts.Add(next);

    /// <summary>The statement.</summary>
    internal string Text(MySqlTraits traits)
    {
        if (parts is [{ Alone: { } alone }]) return alone + Online(" ", first.Online, traits);
        var clauses = parts.SelectMany(part => part.Clauses).ToArray();
        var table = MySqlNames.Quote(first.Table);
        var online = Online(", ", first.Online, traits);
        return clauses is [var only]
            ? $"ALTER TABLE {table} {only}{online}"
            : $"ALTER TABLE {table}\n    {string.Join(",\n    ", clauses)}{online}";
    }

    private bool IsAsCheap(AlterWork work) =>
        work is not AlterWork.Alone && first.Work is not AlterWork.Alone
        && (work is AlterWork.Rows || parts.Exists(part => part.Work is AlterWork.Rows) || first.Work == work);

    private static bool Clashes(Wording.Alteration one, Wording.Alteration other) =>
        one.Keys.Any(key => Has(other.Keys, key))
        || one.Adds.Concat(one.Changes).Any(column => Has(other.Adds, column) || Has(other.Changes, column) || Has(other.Uses, column)
            || other.Expressions.Any(expression => ExpressionText.Mentions(expression, column)));

    private static bool Has(IEnumerable<string> names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string Online(string separator, OnlineChange online, MySqlTraits traits)
    {
        if (online.Algorithm is AlterAlgorithm.NoCopy && !traits.HasNoCopy)
            throw new GodwitException(ErrorCode.NotSupported, $"{traits.Title} does not know ALGORITHM=NOCOPY, which is MariaDB's.", "Use Inplace.");
        var algorithm = online.Algorithm is { } how ? $"{separator}ALGORITHM={how.ToString().ToUpperInvariant()}" : "";
        return online.Lock is { } held ? $"{algorithm}{separator}LOCK={held.ToString().ToUpperInvariant()}" : algorithm;
    }
}
