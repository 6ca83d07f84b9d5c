using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Godwit.Sql;
using Microsoft.Win32.SafeHandles;

namespace Godwit.Migrations;

/// <summary>An open file of a migration, in SQL or C#.</summary>
internal sealed class MigrationFile : IDisposable
{
    private const int PieceSize = 1 << 16;
    private readonly string shownPath;
    private readonly SafeFileHandle handle;

    // Most files are smaller than this: for them it is the only one to be read.
    private readonly byte[] firstPiece = ArrayPool<byte>.Shared.Rent(PieceSize);
    private readonly int firstLength;

    /// <summary>Opens a file.</summary>
    /// <param name="fullPath">Where it is.</param>
    /// <param name="shownPath">How people are told of it.</param>
    internal MigrationFile(string fullPath, string shownPath)
    {
        this.shownPath = shownPath;
        try
        {
            handle = File.OpenHandle(fullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            firstLength = RandomAccess.Read(handle, firstPiece, 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(e);
        }
    }

    /// <summary>Gives the bytes to a reader piece by piece, in constant memory, as long as it says to go on.</summary>
    internal void ReadBytes(Func<ReadOnlySpan<byte>, bool> reader)
    {
        if (!reader(firstPiece.AsSpan(0, firstLength)) || firstLength < firstPiece.Length) return;
        var piece = ArrayPool<byte>.Shared.Rent(PieceSize);
        var offset = (long)firstLength;
        for (int length; (length = ReadAt(offset, piece)) > 0 && reader(piece.AsSpan(0, length));) offset += length;
        ArrayPool<byte>.Shared.Return(piece);
    }

    /// <summary>The whole text, without a byte order mark.</summary>
    internal SourceText ReadText()
    {
        if (firstLength < firstPiece.Length) return Decode(firstPiece.AsSpan(0, firstLength));
        var content = new ArrayBufferWriter<byte>((int)Math.Min(RandomAccess.GetLength(handle) + 1, Array.MaxLength));
        ReadBytes(bytes =>
        {
            content.Write(bytes);
            return true;
        });
        return Decode(content.WrittenSpan);
    }

    public void Dispose()
    {
        handle.Dispose();
        ArrayPool<byte>.Shared.Return(firstPiece);
    }

    private int ReadAt(long offset, Span<byte> buffer)
    {
        try
        {
            return RandomAccess.Read(handle, buffer, offset);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(e);
        }
    }

    private SourceText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        return Utf8.IsValid(bytes) ? new SourceText(shownPath, Encoding.UTF8.GetString(bytes)) : throw NotUtf8(bytes);
    }

    private GodwitException Unreadable(Exception cause) => new(
        ErrorCode.FileAccess,
        $"{shownPath} cannot be read: {cause.Message}",
        "Check that the file is there and that the user who runs this may read it.",
        inner: cause);

    private GodwitException NotUtf8(ReadOnlySpan<byte> bytes)
    {
        var isUtf16 = bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble);
        var text = new char[bytes.Length];
        Utf8.ToUtf16(bytes, text, out var valid, out var length, replaceInvalidSequences: false);
        return new GodwitException(
            ErrorCode.NotUtf8,
            isUtf16
                ? $"{shownPath} is UTF-16, not UTF-8."
                : $"{shownPath} is not UTF-8: the byte 0x{bytes[valid]:X2} at offset {valid} begins no character.",
            "Save the file as UTF-8.",
            new SourceText(shownPath, new string(text, 0, length)).Locate(length));
    }
}
