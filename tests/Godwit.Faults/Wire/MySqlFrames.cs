namespace Godwit.Faults.Wire;

/// <summary>Packets of MySQL's protocol (MySQL internals manual, "Protocol::Packet").</summary>
internal sealed class MySqlFrames : IFrames
{
    private const int Head = 4;

    public int? Length(ReadOnlySpan<byte> bytes) => bytes.Length < Head ? null : Head + (bytes[0] | (bytes[1] << 8) | (bytes[2] << 16));

    public bool IsMoment(ReadOnlySpan<byte> message) => true;
}
