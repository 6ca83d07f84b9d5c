using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Godwit.Migrations;

/// <summary>Makes the <see cref="Checksum"/> of content given piece by piece, in constant memory.</summary>
internal sealed class ContentHash : IDisposable
{
    private readonly byte[] output = ArrayPool<byte>.Shared.Rent(1 << 14);
    private int written;

    // Only for more than fits into the output.
    private IncrementalHash? hash;

    // What counts only if something follows it: line ends after the last text, then blanks after the last line end.
    private readonly List<byte> blanks = [];
    private long lineEnds;
    private bool afterCarriageReturn;
    private bool atStart = true;

    /// <summary>Adds UTF-8 bytes. The first piece holds the byte order mark whole, if there is one.</summary>
    internal void Append(ReadOnlySpan<byte> bytes)
    {
        var isFirst = atStart && !bytes.IsEmpty;
        if (isFirst && bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (isFirst) atStart = false;
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
            if (end != 0) AppendInLine(end < 0 ? bytes : bytes[..end]);
            if (end < 0) return;
            EndLine(bytes[end]);
            bytes = bytes[(end + 1)..];
        }
    }

    /// <summary>Adds text.</summary>
    internal void Append(ReadOnlySpan<char> text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        Append(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <summary>The checksum of all that was added.</summary>
    internal Checksum Finish()
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        if (hash is null) SHA256.HashData(output.AsSpan(0, written), digest);
        else Flush(hash).GetHashAndReset(digest);
        return new Checksum("sha256:" + Convert.ToHexStringLower(digest));
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(output);
        hash?.Dispose();
    }

    private void AppendInLine(ReadOnlySpan<byte> bytes)
    {
        afterCarriageReturn = false;
        var text = bytes.TrimEnd(" \t"u8);
        if (!text.IsEmpty)
        {
            for (; lineEnds > 0; lineEnds--) Write("\n"u8);
            Write(CollectionsMarshal.AsSpan(blanks));
            blanks.Clear();
            Write(text);
        }

        blanks.AddRange(bytes[text.Length..]);
    }

    private void EndLine(byte lineEnd)
    {
        blanks.Clear();
        if (lineEnd == '\r' || !afterCarriageReturn) lineEnds++;
        afterCarriageReturn = lineEnd == '\r';
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > output.Length - written) Flush(hash ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256));
        if (bytes.Length > output.Length)
        {
            hash!.AppendData(bytes);
            return;
        }

        bytes.CopyTo(output.AsSpan(written));
        written += bytes.Length;
    }

    private IncrementalHash Flush(IncrementalHash target)
    {
        target.AppendData(output, 0, written);
        written = 0;
        return target;
    }
}
