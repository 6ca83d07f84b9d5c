using System.Runtime.CompilerServices;

namespace Godwit;

/// <content>What is meant where this description does not say. It holds for what follows in the same direction of the same migration.</content>
public sealed partial class SchemaBuilder
{
    /// <summary>The length of a <c>String</c> or <c>Char</c> that does not say its own. By itself 255.</summary>
    /// <param name="length">How many characters, at least 1.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void DefaultStringLength(int length, [CallerLineNumber] int line = 0) =>
        defaults.StringLength = length >= 1 ? length : throw Call(line).Error($"The default length of texts is {length}.", "Let it be at least 1.");

    /// <summary>The digits after the seconds' point of a time that does not say its own. By itself 0.</summary>
    /// <param name="precision">How many digits, 0 to 6.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void DefaultTimePrecision(int precision, [CallerLineNumber] int line = 0) =>
        defaults.TimePrecision = precision is >= 0 and <= 6 ? precision : throw Call(line).Error($"The default precision of times is {precision}.", "Let it be 0 to 6.");

    /// <summary>The kind of key that <c>table.Morphs</c> refers to. By itself a big integer.</summary>
    /// <param name="key">The kind of key.</param>
    public void DefaultMorphKeyType(MorphKey key) => defaults.MorphKey = key;

    /// <summary><c>table.Morphs</c> refers to UUIDs.</summary>
    public void MorphUsingUuids() => DefaultMorphKeyType(MorphKey.Uuid);

    /// <summary><c>table.Morphs</c> refers to ULIDs.</summary>
    public void MorphUsingUlids() => DefaultMorphKeyType(MorphKey.Ulid);
}
