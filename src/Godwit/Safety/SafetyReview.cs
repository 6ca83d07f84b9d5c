using System.Collections.Immutable;
using Godwit.Configuration;

namespace Godwit.Safety;

/// <summary>What the safety rules find in some migrations, and what follows from it.</summary>
/// <param name="Findings">What they find, in the order of the migrations, what is allowed included.</param>
public sealed record SafetyReview(ImmutableArray<SafetyFinding> Findings)
{
    /// <summary>A review that finds nothing.</summary>
    public static SafetyReview Nothing { get; } = new([]);

    /// <summary>What keeps production from applying the migrations: errors that nobody has allowed.</summary>
    public IEnumerable<SafetyFinding> Blocking => Findings.Where(finding => finding.Blocks);

    /// <summary>Whether nothing keeps production from applying the migrations.</summary>
    public bool IsSafe => !Blocking.Any();

    /// <summary>
    /// Whether an environment may apply the migrations by itself, with nobody to ask: development and staging always, production only
    /// what is safe.
    /// </summary>
    public bool MayRunUnattended(EnvironmentKind environment) => environment is not EnvironmentKind.Production || IsSafe;

    /// <summary>Throws when something keeps production from applying the migrations.</summary>
    /// <exception cref="GodwitException">With the code <see cref="ErrorCode.UnsafeMigration"/>: it names the first finding, how many there are, and what to do.</exception>
    public void ThrowIfUnsafe()
    {
        if (Blocking.FirstOrDefault() is not { } first) return;
        var others = Blocking.Count() - 1;
        var rules = string.Join(" ", Blocking.Select(finding => finding.Rule).Distinct(StringComparer.Ordinal).Select(rule => $"--allow {rule}"));
        throw new GodwitException(
            ErrorCode.UnsafeMigration,
            $"{first.Migration} is not safe to apply in production ({first.Rule}, {first.Title}): {first.Message}"
            + (others == 0 ? "" : others == 1 ? " There is one more finding." : $" There are {others} more findings."),
            $"godwit lint shows the corrected code. If it is safe here, say why in the migration (-- allow: {first.Rule} the reason), or allow it for this run: {rules}",
            first.Location, "Nothing was changed.");
    }
}
