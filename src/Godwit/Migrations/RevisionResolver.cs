using System.Collections.Immutable;
using System.Globalization;

namespace Godwit.Migrations;

/// <summary>
/// Finds what a revision names: <c>head</c>, <c>base</c>, a whole id, a version, a name, a unique part of an id, or a number of
/// steps from one of these (<c>REV+1</c>, <c>REV-1</c>) or from the current place (<c>+2</c>, <c>-1</c>).
/// </summary>
public sealed class RevisionResolver
{
    private const string Head = "head";
    private const string Base = "base";

    private readonly ImmutableArray<MigrationId> all;
    private readonly Lazy<ImmutableArray<MigrationId>> order;
    private readonly Func<RevisionGraph>? graph;

    /// <summary>A resolver over some migrations.</summary>
    /// <param name="ids">Those of the catalog, and those that are applied but no longer there, in any order.</param>
    /// <param name="graph">
    /// Finds which of them builds on which, when that matters: for <c>head</c> and for steps. Without it the order of names counts.
    /// </param>
    public RevisionResolver(IEnumerable<MigrationId> ids, Func<RevisionGraph>? graph = null)
    {
        all = [.. new SortedSet<MigrationId>(ids)];
        this.graph = graph;
        order = new Lazy<ImmutableArray<MigrationId>>(() => graph?.Invoke().Order ?? all.RemoveAll(id => id.Version.IsEmpty));
    }

    private ImmutableArray<MigrationId> Versioned => order.Value;

    /// <summary>The migration that a revision names; null is <c>base</c>, the place before all migrations.</summary>
    /// <param name="revision">The revision, in any case.</param>
    /// <param name="current">Where the database is, for steps from there; null is before all migrations.</param>
    /// <exception cref="GodwitException">It names no migration, or several, or leads beyond the last or before the first.</exception>
    public MigrationId? Resolve(string revision, MigrationId? current = null)
    {
        revision = revision.Trim();
        if (IsKeyword(revision)) return Keyword(revision);
        if (Single(revision, Named(revision)) is { } named) return named;

        // Ids may contain a minus and digits, so a part of an id goes before steps from a part, but after steps from a whole name.
        var (start, steps) = SplitSteps(revision);
        var startIsWhole = start.Length == 0 || IsKeyword(start) || !Named(start).IsEmpty;
        if (steps is not null && startIsWhole) return Move(revision, start, steps, current);
        if (Single(revision, Containing(revision)) is { } part) return part;
        return steps is null ? throw Unknown(revision) : Move(revision, start, steps, current);
    }

    /// <summary>The migrations that a text means as an id, else as a version, else as a name, else as a part of an id.</summary>
    internal ImmutableArray<MigrationId> Matches(string revision)
    {
        var named = Named(revision);
        return named.IsEmpty ? Containing(revision) : named;
    }

    internal static GodwitException Ambiguous(string revision, ImmutableArray<MigrationId> matches, SourceLocation? location = null)
    {
        const int shown = 10;
        var rest = matches.Length > shown ? $" and {matches.Length - shown} more" : "";
        return new GodwitException(
            ErrorCode.AmbiguousRevision,
            $"'{revision}' names {matches.Length} migrations: {string.Join(", ", matches.Take(shown))}{rest}.",
            "Write more of the id.",
            location);
    }

    private static bool IsKeyword(string revision) => Same(revision, Head) || Same(revision, Base);

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static (string Start, string? Steps) SplitSteps(string revision)
    {
        var sign = revision.Length - 1;
        while (sign >= 0 && char.IsAsciiDigit(revision[sign])) sign--;
        var isStep = sign >= 0 && sign < revision.Length - 1 && revision[sign] is '+' or '-';
        return isStep ? (revision[..sign], revision[sign..]) : (revision, null);
    }

    private static MigrationId? Single(string revision, ImmutableArray<MigrationId> matches) => matches.Length switch
    {
        0 => null,
        1 => matches[0],
        _ => throw Ambiguous(revision, matches),
    };

    private MigrationId? Keyword(string revision)
    {
        if (Same(revision, Base) || Versioned.IsEmpty) return null;
        if (graph?.Invoke().Heads is not { Length: > 1 } heads) return Versioned[^1];
        throw new GodwitException(ErrorCode.SeveralHeads, $"'{revision}' is not one place: {heads.Length} migrations are heads: {string.Join(", ", heads)}.",
            "Name one of them; or join them with godwit merge.");
    }

    private ImmutableArray<MigrationId> Named(string revision)
    {
        var byId = Where(id => Same(id.Text, revision));
        if (!byId.IsEmpty) return byId;
        var version = MigrationVersion.At(revision);
        var byVersion = version.IsEmpty || version.End < revision.Length ? [] : Where(id => id.Version == version);
        return byVersion.IsEmpty ? Where(id => Same(id.Name, revision)) : byVersion;
    }

    private ImmutableArray<MigrationId> Containing(string part) =>
        part.Length == 0 ? [] : Where(id => id.Text.Contains(part, StringComparison.OrdinalIgnoreCase));

    private ImmutableArray<MigrationId> Where(Func<MigrationId, bool> condition) => [.. all.Where(condition)];

    private MigrationId? Move(string revision, string start, string steps, MigrationId? current)
    {
        var from = start.Length == 0 ? current : Resolve(start, current);
        var place = from is null ? -1 : Versioned.IndexOf(from);
        if (from is not null && place < 0) throw NoPlace(revision, from);
        var known = long.TryParse(steps, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var distance);
        if (!known || place + distance < -1 || place + distance >= Versioned.Length) throw TooFar(revision, place, steps[0]);
        return place + distance < 0 ? null : Versioned[(int)(place + distance)];
    }

    private static GodwitException NoPlace(string revision, MigrationId id) => new(
        ErrorCode.UnknownRevision,
        $"'{revision}' counts from {id}, which has no place in the order of versions.",
        "Count from a migration that has a version.");

    private GodwitException TooFar(string revision, int place, char direction) => new(
        ErrorCode.UnknownRevision,
        direction == '+'
            ? $"'{revision}' goes too far: only {Versioned.Length - 1 - place} of the migrations come after that place."
            : $"'{revision}' goes too far: only {place + 1} of the migrations come before that place.",
        direction == '+' ? $"Write {Head} for the last migration." : $"Write {Base} for the place before the first migration.");

    private GodwitException Unknown(string revision)
    {
        var nearest = Suggestion.Nearest(revision, all.Select(id => id.Name)) ?? Suggestion.Nearest(revision, all.Select(id => id.Text));
        var meant = nearest is null ? [] : Matches(nearest);
        return new GodwitException(
            ErrorCode.UnknownRevision,
            $"No migration is called '{revision}'.",
            meant.IsEmpty
                ? $"Write an id, a part of one, a version, {Head}, {Base}, +N or -N. godwit status lists the ids."
                : $"Did you mean {string.Join(" or ", meant.Take(3))}?");
    }
}
