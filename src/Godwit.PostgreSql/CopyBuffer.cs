using System.Buffers.Binary;
using System.Text;

namespace Godwit.PostgreSql;

/// <summary>Bytes in the binary form of COPY on their way to the server (manual, COPY: "Binary Format").</summary>
internal sealed class CopyBuffer
{
    private const int Size = 256 * 1024;

    private byte[] bytes = new byte[Size + (Size / 4)];
    private int length;

    internal bool IsFull => length >= Size;

    internal ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    internal void Clear() => length = 0;

    /// <summary>The signature, no flags, no extension.</summary>
    internal void Begin()
    {
        Bytes("PGCOPY\n"u8);
        Bytes([0xff, (byte)'\r', (byte)'\n', 0]);
        Int32(0);
        Int32(0);
    }

    internal void End() => Int16(-1);

    internal void Null() => Int32(-1);

    internal void Byte(byte value) => Take(1)[0] = value;

    internal void Int16(short value) => BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), value);

    internal void Int32(int value) => BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), value);

    internal void Int64(long value) => BinaryPrimitives.WriteInt64BigEndian(Take(sizeof(long)), value);

    internal void Single(float value) => BinaryPrimitives.WriteSingleBigEndian(Take(sizeof(float)), value);

    internal void Double(double value) => BinaryPrimitives.WriteDoubleBigEndian(Take(sizeof(double)), value);

    internal void Bytes(ReadOnlySpan<byte> value) => value.CopyTo(Take(value.Length));

    /// <summary>A text with its length before it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="version">A byte that the type has before its text; null for none.</param>
    internal void Text(ReadOnlySpan<char> text, byte? version = null)
    {
        if (text.Contains('\0')) throw new FormatException("A text holds a NUL, which PostgreSQL keeps in none.");
        var more = version is null ? 0 : 1;
        var start = length;
        var room = Take(sizeof(int) + more + Encoding.UTF8.GetMaxByteCount(text.Length));
        var written = Encoding.UTF8.GetBytes(text, room[(sizeof(int) + more)..]) + more;
        BinaryPrimitives.WriteInt32BigEndian(room, written);
        if (version is { } first) room[sizeof(int)] = first;
        length = start + sizeof(int) + written;
    }

    private Span<byte> Take(int count)
    {
        if (length + count > bytes.Length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + count));
        var room = bytes.AsSpan(length, count);
        length += count;
        return room;
    }
}
