using System.Globalization;
using Godwit.Migrations;

namespace Godwit.Planning;

/// <summary>Where a run is to take the database.</summary>
public abstract record Target
{
    private Target()
    {
    }

    /// <summary>Which way it goes.</summary>
    public abstract Direction Direction { get; }

    /// <summary>The target of an upgrade.</summary>
    /// <param name="revision"><c>head</c>, <c>heads</c>, <c>+N</c>, or what <see cref="UpTo"/> takes.</param>
    /// <exception cref="GodwitException">The number is 0.</exception>
    public static Target Up(string revision)
    {
        if (Is(revision, "head")) return new Head();
        if (Is(revision, "heads")) return new Heads();
        return Steps(revision, '+') is { } count ? new Next(count) : new UpTo(revision);
    }

    /// <summary>The target of a downgrade.</summary>
    /// <param name="revision"><c>base</c>, <c>-N</c>, or what <see cref="DownTo"/> takes.</param>
    /// <exception cref="GodwitException">The number is 0.</exception>
    public static Target Down(string revision)
    {
        if (Is(revision, "base")) return new Base();
        return Steps(revision, '-') is { } count ? new LastMigrations(count) : new DownTo(revision);
    }

    private static bool Is(string revision, string word) => revision.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static int? Steps(string revision, char sign)
    {
        if (!revision.StartsWith(sign) || !int.TryParse(revision.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
        return count > 0 ? count : throw new GodwitException(ErrorCode.Usage, $"{revision} is not a number of steps.", $"Write {sign}1 or more.");
    }

    /// <summary>Everything that is pending is applied.</summary>
    public sealed record Head : Target
    {
        /// <inheritdoc/>
        public override Direction Direction => Direction.Up;
    }

    /// <summary>Everything that is pending is applied, though it be on branches that nobody has joined.</summary>
    public sealed record Heads : Target
    {
        /// <inheritdoc/>
        public override Direction Direction => Direction.Up;
    }

    /// <summary>The next migrations are applied.</summary>
    /// <param name="Count">How many, at the most.</param>
    public sealed record Next(int Count) : Target
    {
        /// <inheritdoc/>
        public override Direction Direction => Direction.Up;
    }

    /// <summary>What is pending up to and including a migration is applied.</summary>
    /// <param name="Revision">
    /// The migration: id, part of it, version, name or relative form, or <c>tag:NAME</c>; <c>date:2026-02-15</c> is what was written until then,
    /// by the dates in the names.
    /// </param>
    public sealed record UpTo(string Revision) : Target
    {
        /// <inheritdoc/>
        public override Direction Direction => Direction.Up;
    }

    /// <summary>The last runs are undone.</summary>
    /// <param name="Count">How many runs.</param>
    public sealed record LastBatches(int Count) : Target
    {
        /// <inheritdoc/>
        public override Direction Direction => Direction.Down;
    }

    /// <summary>The last migrations are undone, one by one.</summary>
    /// <param name="Count">How many migrations.</param>
    public sealed record LastMigrations(int Count) : Target
    {
        /// <inheritdoc/>
        public override Direction Direction => Direction.Down;
    }

    /// <summary>What was applied beyond a migration is undone; the migration itself stays.</summary>
    /// <param name="Revision">
    /// The migration: id, part of it, version, name or relative form, or <c>tag:NAME</c>; <c>base</c> undoes everything, <c>batch:3</c> what was
    /// applied after that run, <c>date:2026-02-15</c> what was applied after that day.
    /// </param>
    public sealed record DownTo(string Revision) : Target
    {
        /// <inheritdoc/>
        public override Direction Direction => Direction.Down;
    }

    /// <summary>Everything is undone.</summary>
    public sealed record Base : Target
    {
        /// <inheritdoc/>
        public override Direction Direction => Direction.Down;
    }
}
