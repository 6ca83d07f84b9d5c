using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>
/// What was said about renames, by a model, an option or a person. One that speaks of something that is not there, or was renamed
/// long ago, changes nothing.
/// </summary>
/// <param name="Accepted">What was renamed.</param>
/// <param name="Refused">What looks like it and was not: one is dropped, the other is new.</param>
public sealed record RenameDecisions(ValueList<Rename> Accepted, ValueList<Rename> Refused)
{
    /// <summary>Nothing was said.</summary>
    public static RenameDecisions None { get; } = new([], []);
}
