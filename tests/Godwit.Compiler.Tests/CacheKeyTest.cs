using System.Collections.Immutable;
using Xunit;

namespace Godwit.Compiler.Tests;

public sealed class CacheKeyTest : IDisposable
{
    private static readonly Toolchain Tools = new("roslyn", "pack");
    private static readonly ImmutableArray<SourceFile> Files = [new("a.cs", "A"), new("b.cs", "B")];

    private readonly string reference = Path.GetTempFileName();

    public void Dispose() => File.Delete(reference);

    [Fact]
    public void The_same_files_have_the_same_key() => Assert.Equal(Key(), Key());

    [Fact]
    public void Whatever_could_change_the_result_changes_the_key()
    {
        string[] keys =
        [
            Key(),
            CacheKey.Of([new("a.cs", "A"), new("b.cs", "C")], [reference], Tools),
            CacheKey.Of([new("a.cs", "A"), new("c.cs", "B")], [reference], Tools),
            CacheKey.Of([new("b.cs", "B"), new("a.cs", "A")], [reference], Tools),
            CacheKey.Of([new("a.cs", "A")], [reference], Tools),
            CacheKey.Of([new("a.cs", "Ab.cs"), new("", "B")], [reference], Tools),
            CacheKey.Of(Files, [], Tools),
            CacheKey.Of(Files, [reference], Tools with { Roslyn = "newer" }),
            CacheKey.Of(Files, [reference], Tools with { Roslyn = null }),
            CacheKey.Of(Files, [reference], Tools with { ReferencePack = null }),
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void An_assembly_that_was_built_anew_changes_the_key()
    {
        var before = Key();
        File.SetLastWriteTimeUtc(reference, File.GetLastWriteTimeUtc(reference).AddSeconds(1));

        Assert.NotEqual(before, Key());
    }

    private string Key() => CacheKey.Of(Files, [reference], Tools);
}
