namespace Godwit.Faults.Wire;

/// <summary>Where the messages of a client's stream end, by the rules of one protocol. One for each connection.</summary>
internal interface IFrames
{
    /// <summary>The length of the message that the bytes begin with; null when too few of them are there to tell.</summary>
    int? Length(ReadOnlySpan<byte> bytes);

    /// <summary>Whether a whole message makes the server do something; called once for each.</summary>
    bool IsMoment(ReadOnlySpan<byte> message);
}
