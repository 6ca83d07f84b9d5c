namespace Godwit.Configuration;

/// <summary>A text that must not be shown. Printing one prints stars.</summary>
public sealed record Secret
{
    private readonly string value;

    /// <summary>Wraps a text.</summary>
    public Secret(string value) => this.value = value;

    /// <summary>The text itself: for handing to a driver, never to a screen, a log or an error.</summary>
    public string Reveal() => value;

    /// <summary>Three stars.</summary>
    public override string ToString() => "***";
}
