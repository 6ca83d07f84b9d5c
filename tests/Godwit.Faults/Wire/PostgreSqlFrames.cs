using System.Buffers.Binary;

namespace Godwit.Faults.Wire;

/// <summary>Messages of PostgreSQL's protocol (PostgreSQL manual, 55.7 Message Formats).</summary>
internal sealed class PostgreSqlFrames : IFrames
{
    private const int EncryptionRequest = 8;

    private bool started;

    public int? Length(ReadOnlySpan<byte> bytes)
    {
        var head = started ? 1 : 0;
        return bytes.Length < head + sizeof(int) ? null : head + BinaryPrimitives.ReadInt32BigEndian(bytes[head..]);
    }

    // Parse, Bind and Describe are acted on together with the Execute after them.
    public bool IsMoment(ReadOnlySpan<byte> message)
    {
        if (started) return message[0] is (byte)'E' or (byte)'S' or (byte)'Q' or (byte)'p';
        started = message.Length != EncryptionRequest;
        return true;
    }
}
