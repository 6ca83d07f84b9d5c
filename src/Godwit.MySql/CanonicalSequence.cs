using Godwit.Schema;

namespace Godwit.MySql;

/// <summary>A sequence without what MariaDB fills in by itself (MariaDB documentation, "CREATE SEQUENCE").</summary>
internal static class CanonicalSequence
{
    private const long Cache = 1000;

    internal static Sequence Of(Sequence sequence)
    {
        var ascends = sequence.Increment is not < 0;
        var (least, most) = ascends ? (1, long.MaxValue - 1) : (-long.MaxValue, -1L);
        var first = ascends ? sequence.Minimum ?? least : sequence.Maximum ?? most;
        return sequence with
        {
            Type = null,
            Start = Unless(sequence.Start, first),
            Increment = Unless(sequence.Increment, 1),
            Minimum = Unless(sequence.Minimum, least),
            Maximum = Unless(sequence.Maximum, most),
            Cache = Unless(sequence.Cache, Cache),
        };
    }

    private static long? Unless(long? value, long usual) => value == usual ? null : value;
}
