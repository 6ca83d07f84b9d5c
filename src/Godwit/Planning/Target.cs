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

    /// <summary>Everything that is pending is applied.</summary>
    public sealed record Head : Target
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
    /// <param name="Revision">The migration: id, part of it, version, name or relative form.</param>
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
    /// <param name="Revision">The migration: id, part of it, version, name or relative form; <c>base</c> undoes everything.</param>
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
