using Godwit.Migrations;
using Xunit;

namespace Godwit.Tests.Migrations;

public sealed class ChecksumTest
{
    [Theory]
    [InlineData("sha256:1", "sha256:1", false)]
    [InlineData("sha256:1", "sha256:2", true)]
    [InlineData("sha256:1", "assembly:2", false)]
    [InlineData("assembly:1", "sha256:1", false)]
    [InlineData("sha256:1", "", false)]
    public void Only_of_one_algorithm_do_two_checksums_contradict_each_other(string text, string other, bool contradicts) =>
        Assert.Equal(contradicts, new Checksum(text).Contradicts(other));
}
