using System.Text.RegularExpressions;
using Xunit;

namespace Godwit.Tests.Architecture;

/// <summary>No file holds what is true on one machine only, or must not be known.</summary>
public sealed partial class WrittenTextTest
{
    private static readonly string[] Binary = [".sqlite", ".png", ".jpg", ".gif", ".ico", ".snk", ".gz", ".zip", ".nupkg"];

    [Fact]
    public void No_file_names_a_folder_of_one_machine() => Findings.AssertNone(Matches(_ => true, MachinePath()));

    // Tests need made-up passwords to show that none is printed; their servers' are made when they start.
    [Fact]
    public void No_file_holds_a_password() =>
        Findings.AssertNone(Matches(path => !path.StartsWith("tests/", StringComparison.Ordinal), Password()));

    [Theory]
    [InlineData("cd /work" + "/godwit", true)]
    [InlineData("\"/root" + "/x\"", true)]
    [InlineData("docs/work/x", false)]
    public void Paths_of_a_machine_are_recognised(string text, bool found) => Assert.Equal(found, MachinePath().IsMatch(text));

    [Theory]
    [InlineData("Host=db;Password=hunter2", true)]
    [InlineData("const string Password = \"hunter2\";", true)]
    [InlineData("\"password\": \"hunter2\"", true)]
    [InlineData("PASSWORD=hunter2", true)]
    [InlineData("postgresql://app:hunter2@db/shop", true)]
    [InlineData("Host=db;Password=${DB_PASSWORD}", false)]
    [InlineData("\"password\": \"${SHOP_PASSWORD}\"", false)]
    [InlineData("password=$(head -c 18 /dev/urandom)", false)]
    [InlineData("Host=db;Password=…", false)]
    [InlineData("Password = settings.Password,", false)]
    [InlineData("postgresql://user:password@host/db", false)]
    [InlineData("postgresql://user:pw@host/db", false)]
    [InlineData("postgresql://godwit:$password@127.0.0.1/db", false)]
    public void Passwords_are_recognised(string text, bool found) => Assert.Equal(found, Password().IsMatch(text));

    private static IEnumerable<string> Matches(Func<string, bool> counts, Regex pattern) =>
        from path in Repository.Files()
        where counts(path) && !Binary.Contains(Path.GetExtension(path))
        from line in Repository.Read(path).Split('\n').Index()
        where pattern.IsMatch(line.Item)
        select $"{path}:{line.Index + 1}: {line.Item.Trim()}";

    [GeneratedRegex(@"(?<![\w.])/(work|root)/")]
    private static partial Regex MachinePath();

    // A setting with a value, or the second half of a URL's login. What begins with $, {, < or … stands for something else, and
    // these words are what manuals write where a password goes.
    [GeneratedRegex(
        """
        (password|passwd|pwd)("\s*:\s*"|\s*=\s*"|=) (?!(pw|password|secret)\b) [^\s"'$<{;,.)…]
        | ://[^\s:/@"]+:(?!(pw|password|secret)@)[^\s/@"$<{]+@
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Password();
}
