using Godwit.Schema;

namespace Godwit.MySql;

/// <summary>A sequence with what MariaDB fills in by itself (MariaDB documentation, "CREATE SEQUENCE"), and without it.</summary>
internal static class CanonicalSequence
{
    private const long Cache = 1000;

    /// <summary>The sequence with everything said, so that a change of it can be taken back.</summary>
    internal static Sequence Filled(Sequence sequence)
    {
        var ascends = sequence.Increment is not < 0;
        var least = sequence.Minimum ?? (ascends ? 1 : -long.MaxValue);
        var most = sequence.Maximum ?? (ascends ? long.MaxValue - 1 : -1);
        return sequence with
        {
            Type = null,
            Start = sequence.Start ?? (ascends ? least : most),
            Increment = sequence.Increment ?? 1,
            Minimum = least,
            Maximum = most,
            Cache = sequence.Cache ?? Cache,
        };
    }

    /// <summary>The sequence without what is usual for its direction, as a person would write it.</summary>
    internal static Sequence Stated(Sequence sequence)
    {
        var usual = Filled(new Sequence(sequence.Name) { Increment = sequence.Increment });
        return sequence with
        {
            Start = Unless(sequence.Start, Filled(sequence with { Start = null }).Start),
            Increment = Unless(sequence.Increment, 1),
            Minimum = Unless(sequence.Minimum, usual.Minimum),
            Maximum = Unless(sequence.Maximum, usual.Maximum),
            Cache = Unless(sequence.Cache, Cache),
        };
    }

    private static long? Unless(long? value, long? usual) => value == usual ? null : value;
}
