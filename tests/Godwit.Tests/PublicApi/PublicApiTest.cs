using Godwit.Tests.Architecture;
using Xunit;

namespace Godwit.Tests.PublicApi;

/// <summary>
/// What the libraries offer is what was reviewed. After a change on purpose: <c>GODWIT_ACCEPT=1 dotnet test tests/Godwit.Tests</c>,
/// and read the difference.
/// </summary>
public sealed class PublicApiTest
{
    [Theory]
    [InlineData("Godwit")]
    [InlineData("Godwit.Sqlite")]
    [InlineData("Godwit.PostgreSql")]
    [InlineData("Godwit.MySql")]
    [InlineData("Godwit.Compiler")]
    [InlineData("Godwit.Hosting")]
    [InlineData("Godwit.Diagrams")]
    [InlineData("Godwit.Factories")]
    [InlineData("Godwit.EntityFrameworkCore")]
    public void The_public_surface_is_the_reviewed_one(string assembly)
    {
        var file = Path.Combine(Repository.Root, "tests/Godwit.Tests/PublicApi", assembly + ".txt");
        var actual = PublicSurface.Of(assembly);
        if (Environment.GetEnvironmentVariable("GODWIT_ACCEPT") == "1") File.WriteAllText(file, actual);

        Findings.AssertNone(Difference(File.ReadAllText(file), actual));
    }

    // A line is told apart from the same line of another type by its place beneath its type.
    private static IEnumerable<string> Difference(string reviewed, string actual)
    {
        var (before, after) = (Members(reviewed).ToArray(), Members(actual).ToArray());
        return before.Except(after).Select(line => "- " + line).Concat(after.Except(before).Select(line => "+ " + line));
    }

    private static IEnumerable<string> Members(string surface) =>
        from type in surface.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        let lines = type.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        from line in lines
        select line == lines[0] ? line : $"{lines[0]} {{ {line.Trim()} }}";
}
