using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>What leads from one schema to another.</summary>
/// <param name="Operations">
/// The operations in the order in which they can run, with the old side of what they change and drop. While there are
/// <paramref name="Unanswered"/> renames they drop the one and add the other of each.
/// </param>
/// <param name="Unanswered">What may have been renamed, and nobody has said whether: ask before the operations are used.</param>
/// <param name="Unsupported">Differences that no operation can take away.</param>
public sealed record SchemaDifference(
    ValueList<Operation> Operations, ValueList<UnansweredRename> Unanswered, ValueList<UnsupportedChange> Unsupported)
{
    /// <summary>Whether the schemas mean the same.</summary>
    public bool IsEmpty => Operations.Count == 0 && Unsupported.Count == 0;
}

/// <summary>Something that went and something like it that came: perhaps the same under another name.</summary>
/// <param name="Rename">The rename that it would be.</param>
/// <param name="Likeness">How alike they are: from the threshold at which they are worth a question to 1, the same but for the name.</param>
public sealed record UnansweredRename(Rename Rename, double Likeness);

/// <summary>A difference that no operation can take away.</summary>
/// <param name="Problem">What is different, as a sentence.</param>
/// <param name="Advice">What can be done about it by hand.</param>
public sealed record UnsupportedChange(string Problem, string Advice);
