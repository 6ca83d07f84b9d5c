using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>What is different about how a table is stored. What is not said is left to the database, and is no difference.</summary>
internal static class TableOptionsDifference
{
    /// <summary>What changes the options as far as an operation can; null when nothing has to be done.</summary>
    internal static SetTableOptions? Between(Table from, Table to)
    {
        if (from.Options == to.Options) return null;
        var change = new TableOptions
        {
            Engine = Stated(from.Options.Engine, to.Options.Engine),
            Charset = Stated(from.Options.Charset, to.Options.Charset),
            Collation = Stated(from.Options.Collation, to.Options.Collation),
            AutoIncrementStart = from.Options.AutoIncrementStart == to.Options.AutoIncrementStart ? null : to.Options.AutoIncrementStart,
            Parameters = from.Options.Parameters.Equals(to.Options.Parameters) ? [] : to.Options.Parameters,
        };
        bool? unlogged = from.Options.IsUnlogged == to.Options.IsUnlogged ? null : to.Options.IsUnlogged;
        return change == new TableOptions() && unlogged is null ? null : new SetTableOptions(to.Name, change) { Unlogged = unlogged, Old = from.Options };
    }

    /// <summary>What about the options no operation can change.</summary>
    internal static IEnumerable<UnsupportedChange> Unsupported(Table from, Table to)
    {
        if (from.Options == to.Options) yield break;
        if (from.Options.IsTemporary != to.Options.IsTemporary) yield return Remake(to, "temporary on one side only");
        if (from.Options.IsStrict != to.Options.IsStrict) yield return Remake(to, "STRICT on one side only");
        if (from.Options.IsWithoutRowId != to.Options.IsWithoutRowId) yield return Remake(to, "WITHOUT ROWID on one side only");
        if (from.Options.PartitionBy != to.Options.PartitionBy)
            yield return Remake(to, $"partitioned by {from.Options.PartitionBy ?? "nothing"}, and is to be partitioned by {to.Options.PartitionBy ?? "nothing"}");
        if (from.Options.PartitionOf != to.Options.PartitionOf)
            yield return new UnsupportedChange($"The table {to.Name} is {Part(from)}, and is to be {Part(to)}.", "Write DETACH PARTITION and ATTACH PARTITION with schema.Sql.");
        if (from.Options.Inherits != to.Options.Inherits && !from.Options.Inherits.Equals(to.Options.Inherits))
            yield return new UnsupportedChange($"The table {to.Name} does not inherit from the same tables on both sides.", "Write ALTER TABLE … INHERIT or NO INHERIT with schema.Sql.");
        if (from.Options.Parameters.Count > 0 && to.Options.Parameters.Count == 0)
            yield return new UnsupportedChange($"The table {to.Name} has the storage parameters {string.Join(", ", from.Options.Parameters)}, and is to have none.", "Write ALTER TABLE … RESET (…) with schema.Sql.");
    }

    private static string? Stated(string? from, string? to) => from == to ? null : to;

    private static string Part(Table table) => table.Options.PartitionOf is { } part ? $"a partition of {part.Parent} {part.Bounds}" : "no partition";

    private static UnsupportedChange Remake(Table table, string what) =>
        new($"The table {table.Name} is {what}.", "Create a table as it is to be, copy the rows, drop this one and rename the new one.");
}
