namespace Godwit.Configuration;

/// <summary>What happens when a pending migration sorts before one that is applied.</summary>
public enum OutOfOrder
{
    /// <summary>It is applied like any other.</summary>
    Allow,

    /// <summary>It is applied, with a warning.</summary>
    Warn,

    /// <summary>Nothing is applied.</summary>
    Refuse,
}
