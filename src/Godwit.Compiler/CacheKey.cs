using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Godwit.Compiler;

/// <summary>A name for what is compiled from certain files: other for anything that could make the result another.</summary>
internal static class CacheKey
{
    internal static string Of(ImmutableArray<SourceFile> files, ImmutableArray<string> references, Toolchain toolchain)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, typeof(Migration).Module.ModuleVersionId.ToString());
        Append(hash, typeof(CacheKey).Module.ModuleVersionId.ToString());
        Append(hash, Environment.Version.ToString());
        Append(hash, toolchain.Roslyn ?? "");
        Append(hash, toolchain.ReferencePack ?? "");
        foreach (var reference in references) Append(hash, Identity(reference));
        foreach (var file in files)
        {
            Append(hash, file.Path);
            Append(hash, file.Text);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    // What the assembly holds is not read each time: a build that changes it gives it another time.
    private static string Identity(string reference)
    {
        var file = new FileInfo(reference);
        if (!file.Exists) throw Missing(reference);
        return string.Create(CultureInfo.InvariantCulture, $"{reference}|{file.Length}|{file.LastWriteTimeUtc.Ticks}");
    }

    // With its length before it, so that two texts are never taken for two others that are the same when joined.
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    private static GodwitException Missing(string reference) => new(
        ErrorCode.FileAccess,
        $"The assembly {reference}, which C# files may use, is not there.",
        "Build it, or correct \"references\" in godwit.json.");
}
