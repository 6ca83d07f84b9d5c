using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>What a sequence is where nothing is said (manual, CREATE SEQUENCE).</summary>
internal static class SequenceDefaults
{
    /// <summary>The sequence with everything said, so that a change of it can be taken back.</summary>
    internal static Sequence Filled(Sequence sequence)
    {
        var type = NativeTypeName.Canonical(sequence.Type ?? "bigint");
        var increment = sequence.Increment ?? 1;
        var minimum = sequence.Minimum ?? (increment > 0 ? 1 : Smallest(type));
        var maximum = sequence.Maximum ?? (increment > 0 ? Largest(type) : -1);
        return sequence with
        {
            Type = type,
            Increment = increment,
            Minimum = minimum,
            Maximum = maximum,
            Start = sequence.Start ?? (increment > 0 ? minimum : maximum),
            Cache = sequence.Cache ?? 1,
        };
    }

    private static long Largest(string type) => type switch
    {
        "smallint" => short.MaxValue,
        "integer" => int.MaxValue,
        _ => long.MaxValue,
    };

    private static long Smallest(string type) => type switch
    {
        "smallint" => short.MinValue,
        "integer" => int.MinValue,
        _ => long.MinValue,
    };
}
