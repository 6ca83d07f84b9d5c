using System.Runtime.InteropServices;

namespace Godwit.Seeding;

/// <summary>
/// Reads comma-separated values (RFC 4180) a record at a time, in memory that the longest record decides. Fields are looked at where they were read,
/// so that a million rows are not six million texts.
/// </summary>
internal sealed class CsvReader(TextReader text)
{
    private readonly List<Field> fields = [];
    private char[] buffer = new char[64 * 1024];
    private int begin;
    private int at;
    private int end;
    private long nextLine = 1;

    /// <summary>The line on which the last record begins, counted from 1.</summary>
    internal long Line { get; private set; }

    /// <summary>How many fields the last record has.</summary>
    internal int Count => fields.Count;

    /// <summary>A field of the last record, until the next one is read.</summary>
    internal ReadOnlySpan<char> this[int place] => buffer.AsSpan(begin + fields[place].Start, fields[place].Length);

    /// <summary>Whether a field is empty and has no quotes: in quotes it is an empty text.</summary>
    internal bool IsNull(int place) => fields[place] is { Length: 0, IsQuoted: false };

    /// <summary>Reads the next record; false at the end.</summary>
    /// <exception cref="FormatException">A quote is not closed, or something stands behind a closing one.</exception>
    internal bool Read()
    {
        fields.Clear();
        do
        {
            begin = at;
            if (at == end && !Fill()) return false;
            Line = nextLine;
        }
        while (SkippedBlank());
        while (ReadField())
        {
            // another one follows
        }

        return true;
    }

    // A line with nothing on it is no record.
    private bool SkippedBlank()
    {
        if (buffer[at] is not ('\r' or '\n')) return false;
        EndLine();
        return true;
    }

    // Whether another field follows on the record.
    private bool ReadField()
    {
        if (at == end && !Fill())
        {
            fields.Add(new Field(at - begin, 0, IsQuoted: false));
            return false;
        }

        return buffer[at] is '"' ? ReadQuoted() : ReadBare();
    }

    private bool ReadBare()
    {
        var start = at - begin;
        while (true)
        {
            var length = buffer.AsSpan(at, end - at).IndexOfAny(',', '\r', '\n');
            at = length < 0 ? end : at + length;
            if (length < 0 && Fill()) continue;
            fields.Add(new Field(start, at - begin - start, IsQuoted: false));
            return length >= 0 && Delimiter();
        }
    }

    // What stands behind a doubled quote moves over the second one.
    private bool ReadQuoted()
    {
        at++;
        var start = at - begin;
        var length = 0;
        while (true)
        {
            if (at == end && !Fill()) throw new FormatException("A quote is not closed.");
            var rest = buffer.AsSpan(at, end - at);
            var quote = rest.IndexOf('"');
            var piece = quote < 0 ? rest : rest[..quote];
            nextLine += piece.Count('\n');
            if (begin + start + length != at) piece.CopyTo(buffer.AsSpan(begin + start + length));
            length += piece.Length;
            at += piece.Length;
            if (quote < 0) continue;
            at++;
            if (!IsAtDoubled()) break;
            buffer[begin + start + length++] = '"';
            at++;
        }

        fields.Add(new Field(start, length, IsQuoted: true));
        if (at == end) return false;
        return buffer[at] is ',' or '\r' or '\n' ? Delimiter() : throw new FormatException("Something stands behind the quote that closes a field.");
    }

    private bool IsAtDoubled() => (at < end || Fill()) && buffer[at] is '"';

    private bool Delimiter()
    {
        if (buffer[at] is ',')
        {
            at++;
            return true;
        }

        EndLine();
        return false;
    }

    private void EndLine()
    {
        if (buffer[at++] is '\r' && (at < end || Fill()) && buffer[at] is '\n') at++;
        nextLine++;
    }

    // Whether there was more. The record that is being read stays whole: fields are counted from its beginning.
    private bool Fill()
    {
        if (begin > 0)
        {
            buffer.AsSpan(begin, end - begin).CopyTo(buffer);
            (begin, at, end) = (0, at - begin, end - begin);
        }

        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = text.Read(buffer.AsSpan(end));
        end += read;
        return read > 0;
    }

    /// <summary>Where a field is, counted from the beginning of its record.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Field(int Start, int Length, bool IsQuoted);
}
