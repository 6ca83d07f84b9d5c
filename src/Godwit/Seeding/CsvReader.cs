using System.Text;

namespace Godwit.Seeding;

/// <summary>
/// Reads comma-separated values (RFC 4180) a record at a time, in constant memory. A field without quotes that is empty is null; in quotes it is an
/// empty text.
/// </summary>
internal sealed class CsvReader(TextReader text)
{
    private readonly char[] buffer = new char[64 * 1024];
    private readonly List<string?> fields = [];
    private readonly StringBuilder collected = new();
    private int at;
    private int end;

    /// <summary>The line on which the last record begins, counted from 1.</summary>
    internal long Line { get; private set; }

    private long NextLine { get; set; } = 1;

    /// <summary>The next record; null at the end. The list is used again for the one after it.</summary>
    /// <exception cref="FormatException">A quote is not closed, or something stands behind a closing one.</exception>
    internal async ValueTask<List<string?>?> ReadAsync(CancellationToken cancellation)
    {
        fields.Clear();
        do
        {
            if (at == end && !await FillAsync(cancellation)) return null;
            Line = NextLine;
        }
        while (await SkippedBlankAsync(cancellation));
        while (true)
        {
            if (await ReadFieldAsync(cancellation)) continue;
            return fields;
        }
    }

    // A line with nothing on it is no record.
    private async ValueTask<bool> SkippedBlankAsync(CancellationToken cancellation)
    {
        if (buffer[at] is not ('\r' or '\n')) return false;
        if (buffer[at++] is '\r' && (at < end || await FillAsync(cancellation)) && buffer[at] is '\n') at++;
        NextLine++;
        return true;
    }

    // Whether another field follows on the record.
    private async ValueTask<bool> ReadFieldAsync(CancellationToken cancellation)
    {
        if (at == end && !await FillAsync(cancellation))
        {
            fields.Add(null);
            return false;
        }

        if (buffer[at] is not '"') return await ReadBareAsync(cancellation);
        at++;
        await ReadQuotedAsync(cancellation);
        if (at == end && !await FillAsync(cancellation)) return false;
        return buffer[at] is ',' or '\r' or '\n' ? await DelimiterAsync(cancellation) : throw new FormatException("Something stands behind the quote that closes a field.");
    }

    private async ValueTask<bool> ReadBareAsync(CancellationToken cancellation)
    {
        collected.Clear();
        while (true)
        {
            var length = buffer.AsSpan(at, end - at).IndexOfAny(',', '\r', '\n');
            if (length >= 0)
            {
                fields.Add(Bare(buffer.AsSpan(at, length)));
                at += length;
                return await DelimiterAsync(cancellation);
            }

            collected.Append(buffer, at, end - at);
            if (await FillAsync(cancellation)) continue;
            fields.Add(Bare([]));
            return false;
        }
    }

    private string? Bare(ReadOnlySpan<char> rest)
    {
        if (collected.Length == 0) return rest.IsEmpty ? null : rest.ToString();
        return collected.Append(rest).ToString();
    }

    private async ValueTask ReadQuotedAsync(CancellationToken cancellation)
    {
        collected.Clear();
        while (true)
        {
            if (at == end && !await FillAsync(cancellation)) throw new FormatException("A quote is not closed.");
            var length = buffer.AsSpan(at, end - at).IndexOf('"');
            var piece = buffer.AsSpan(at, length < 0 ? end - at : length);
            NextLine += piece.Count('\n');
            collected.Append(piece);
            at += piece.Length;
            if (length < 0) continue;
            at++;
            if ((at < end || await FillAsync(cancellation)) && buffer[at] is '"')
            {
                collected.Append('"');
                at++;
                continue;
            }

            fields.Add(collected.ToString());
            return;
        }
    }

    private async ValueTask<bool> DelimiterAsync(CancellationToken cancellation)
    {
        if (buffer[at++] is ',') return true;
        if (buffer[at - 1] is '\r' && (at < end || await FillAsync(cancellation)) && buffer[at] is '\n') at++;
        NextLine++;
        return false;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        (at, end) = (0, await text.ReadAsync(buffer, cancellation));
        return end > 0;
    }
}
