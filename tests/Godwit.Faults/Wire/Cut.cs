namespace Godwit.Faults.Wire;

/// <summary>A place on a runner's way to its server at which something breaks.</summary>
/// <param name="Moment">The number of the message, counted from 1.</param>
/// <param name="Side">On which side of it.</param>
/// <param name="Delay">How long after it.</param>
internal sealed record Cut(int Moment, CutSide Side, TimeSpan Delay)
{
    public override string ToString() => $"{Side} message {Moment}" + (Delay > TimeSpan.Zero ? $" and {Delay.TotalMilliseconds} ms" : "");
}

/// <summary>On which side of a message something breaks.</summary>
internal enum CutSide
{
    /// <summary>The server gets nothing of it.</summary>
    Before,

    /// <summary>The server gets half of it.</summary>
    Within,

    /// <summary>The server gets it, and is at it.</summary>
    After,

    /// <summary>The server has done it and answered, and nobody hears the answer.</summary>
    Answered,
}
