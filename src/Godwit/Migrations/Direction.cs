namespace Godwit.Migrations;

/// <summary>Which way a migration is run.</summary>
public enum Direction
{
    /// <summary>Applied.</summary>
    Up,

    /// <summary>Undone.</summary>
    Down,
}
