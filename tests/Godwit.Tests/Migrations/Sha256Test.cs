using System.Security.Cryptography;
using System.Text;
using Godwit.Migrations;
using Xunit;

namespace Godwit.Tests.Migrations;

public sealed class Sha256Test
{
    // FIPS 180-4's own examples, and of nothing
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    public void The_hash_of_a_text_is_the_one_that_the_standard_shows(string text, string expected) =>
        Assert.Equal(expected, Hash(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Content_of_every_length_has_the_hash_that_the_platform_computes()
    {
        var random = new Random(1);
        for (var length = 0; length < 1000; length++) AssertAsThePlatform(random, length);
        AssertAsThePlatform(random, 1 << 14);
        AssertAsThePlatform(random, 1_000_003);
    }

    private static void AssertAsThePlatform(Random random, int length)
    {
        var content = new byte[length];
        random.NextBytes(content);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), Hash(content));
    }

    private static string Hash(byte[] content)
    {
        var digest = new byte[SHA256.HashSizeInBytes];
        Sha256.Hash(content, digest);
        return Convert.ToHexStringLower(digest);
    }
}
