using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Godwit.Compiler;

/// <summary>
/// What was compiled, in files of a folder. They hold code that will run with the rights of whoever runs Godwit, so one is used only if this
/// user made it and no other may even read it (<see cref="PrivateFile"/>): a file that somebody else put there, or that came out of a repository
/// or an archive with usual rights, is passed over as if it were not there. The folder itself needs no such check, since to put a file into it,
/// or to take one away, is all that its rights allow.
/// </summary>
/// <param name="folder">The folder; made when something is kept.</param>
/// <param name="prefix">What the names of its files begin with: migrations and other classes do not drive each other out.</param>
internal sealed class CodeCache(string folder, string prefix = CodeCache.MigrationsPrefix)
{
    internal const string MigrationsPrefix = "migrations-";
    internal const string ClassesPrefix = "classes-";

    // Enough to go to and fro between a few branches.
    private const int Kept = 8;
    private const string Extension = ".bin";

    /// <summary>What was kept under a key; null when it is not there, or not to be trusted.</summary>
    internal CompiledCode? Find(string key)
    {
        try
        {
            return PrivateFile.Read(PathOf(key)) is { } content ? Unpack(key, content) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Not there, or not readable: then it is made anew, which is all that it saves.
            return null;
        }
    }

    /// <summary>Keeps what was compiled, if the folder can be written; if not, it will be compiled again next time.</summary>
    internal void Keep(string key, CompiledCode code)
    {
        try
        {
            PrivateFile.CreateFolder(folder);
            // Under another name first: a reader never sees half a file, and of two that write the same one is simply the last.
            var temporary = Path.Join(folder, $"{prefix}{Guid.NewGuid():N}.tmp");
            PrivateFile.Write(temporary, Pack(key, code));
            File.Move(temporary, PathOf(key), overwrite: true);
            RemoveOldest();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be written, as in a container: what was compiled is loaded from memory all the same.
        }
    }

    private string PathOf(string key) => Path.Join(folder, prefix + key + Extension);

    private void RemoveOldest()
    {
        var files = new DirectoryInfo(folder).GetFiles(prefix + "*");
        Array.Sort(files, static (left, right) => right.LastWriteTimeUtc.CompareTo(left.LastWriteTimeUtc));
        foreach (var old in files.Skip(Kept)) old.Delete();
    }

    // The hash is over the key as well: a file is not taken for another under whose name it was put.
    private static byte[] Pack(string key, CompiledCode code)
    {
        using var content = new MemoryStream(code.Assembly.Length + code.Symbols.Length + 4096);
        using var writer = new BinaryWriter(content);
        writer.Write(new byte[SHA256.HashSizeInBytes]);
        writer.Write(code.Files.Length);
        foreach (var file in code.Files) writer.Write(file.ClassName ?? "");
        writer.Write(code.Assembly.Length);
        writer.Write(code.Assembly);
        writer.Write(code.Symbols.Length);
        writer.Write(code.Symbols);
        var packed = content.ToArray();
        Hash(key, packed).CopyTo(packed, 0);
        return packed;
    }

    // Null for a file that a crash of the machine left incomplete.
    private static CompiledCode? Unpack(string key, byte[] packed)
    {
        if (packed.Length < SHA256.HashSizeInBytes || !packed.AsSpan().StartsWith(Hash(key, packed))) return null;
        using var reader = new BinaryReader(new MemoryStream(packed, SHA256.HashSizeInBytes, packed.Length - SHA256.HashSizeInBytes));
        var files = ImmutableArray.CreateBuilder<CompiledFile>(reader.ReadInt32());
        while (files.Count < files.Capacity) files.Add(new CompiledFile(reader.ReadString(), null));
        return new CompiledCode(reader.ReadBytes(reader.ReadInt32()), reader.ReadBytes(reader.ReadInt32()), files.MoveToImmutable());
    }

    private static byte[] Hash(string key, byte[] packed)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(key));
        hash.AppendData(packed, SHA256.HashSizeInBytes, packed.Length - SHA256.HashSizeInBytes);
        return hash.GetHashAndReset();
    }
}
