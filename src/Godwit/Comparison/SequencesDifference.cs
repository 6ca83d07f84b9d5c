using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>What is different about the sequences.</summary>
internal static class SequencesDifference
{
    internal static IEnumerable<Operation> Operations(DatabaseSchema from, DatabaseSchema to)
    {
        var pairs = Pairing<Sequence>.By(from.Sequences, to.Sequences, sequence => sequence.Name);
        foreach (var sequence in pairs.Gone) yield return new DropSequence(sequence.Name) { Old = sequence, IfExists = GoesByItself(sequence, to) };
        foreach (var sequence in pairs.Added)
        {
            // Its owner's column may take its default from it, so each would have to be there before the other.
            yield return new CreateSequence(sequence with { OwnedBy = null });
            if (sequence.OwnedBy is { } owner) yield return new AlterSequence(new Sequence(sequence.Name) { OwnedBy = owner }) { Old = sequence with { OwnedBy = null } };
        }

        foreach (var (before, after) in pairs.Both)
        {
            var change = Change(before, after);
            if (change != new Sequence(after.Name)) yield return new AlterSequence(change) { Old = before };
        }
    }

    internal static IEnumerable<UnsupportedChange> Unsupported(DatabaseSchema from, DatabaseSchema to)
    {
        foreach (var (before, after) in Pairing<Sequence>.By(from.Sequences, to.Sequences, sequence => sequence.Name).Both)
        {
            if (before.Cycles && !after.Cycles)
                yield return new UnsupportedChange($"The sequence {after.Name} begins again after its last number, and is not to.", $"Write ALTER SEQUENCE {after.Name} NO CYCLE with schema.Sql.");
            if (before.OwnedBy is { } owner && after.OwnedBy is null)
                yield return new UnsupportedChange($"The sequence {after.Name} belongs to {owner.Table}.{owner.Column}, and is to stand by itself.", $"Write ALTER SEQUENCE {after.Name} OWNED BY NONE with schema.Sql.");
        }
    }

    // Dropped with the column it belongs to.
    private static bool GoesByItself(Sequence sequence, DatabaseSchema to) =>
        sequence.OwnedBy is { } owner && to.Find(owner.Table)?.Column(owner.Column) is null;

    // What is null stays: what one side leaves to the database is no difference.
    private static Sequence Change(Sequence from, Sequence to) => new(to.Name)
    {
        Type = from.Type == to.Type ? null : to.Type,
        Start = from.Start == to.Start ? null : to.Start,
        Increment = from.Increment == to.Increment ? null : to.Increment,
        Minimum = from.Minimum == to.Minimum ? null : to.Minimum,
        Maximum = from.Maximum == to.Maximum ? null : to.Maximum,
        Cache = from.Cache == to.Cache ? null : to.Cache,
        Cycles = to.Cycles && !from.Cycles,
        OwnedBy = from.OwnedBy == to.OwnedBy ? null : to.OwnedBy,
    };
}
