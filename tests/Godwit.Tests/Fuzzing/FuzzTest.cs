using System.Text.Json;
using Godwit.Tests.Architecture;
using Xunit;

namespace Godwit.Tests.Fuzzing;

/// <summary>Whatever people write, it is read or refused, with a place that is inside the text; and soon.</summary>
public sealed class FuzzTest
{
    private const int Texts = 3000;

    // Migrations as people write them; all databases read each.
    private static readonly string[] Scripts =
    [
        .. Repository.Files().Where(file => file.EndsWith(".sql", StringComparison.Ordinal) && !file.Contains("/Golden/", StringComparison.Ordinal)).Select(Repository.Read),
    ];

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    public static TheoryData<string> Targets => [.. FuzzTarget.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Random_texts_are_read_or_refused(string target)
    {
        var fuzzer = new Fuzzer(Of(target), seed: 1, Scripts);

        var found = await BeforeBoundAsync(() => fuzzer.Run(Texts), () => fuzzer.Current);

        Assert.Empty(found);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Texts_that_were_not_borne_once_are_borne(string target)
    {
        var cases = JsonSerializer.Deserialize<string[]>(Repository.Read("tests/Godwit.Tests/Fuzzing/found.json"))!;

        Assert.All(cases, text => Assert.Null(Fuzzer.Try(Of(target), text)));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Long_texts_of_one_thing_are_read_in_time(string target)
    {
        foreach (var piece in (string[])["(", "'", "''", "a ", "/* ", "-- x\n", ";", "$a$ ", "BEGIN ", "CASE ", "{\"a\":", "[", "${a}", "\\", "\n", "1", "-- DOWN\n", "DELIMITER x\n"])
        {
            var text = string.Concat(Enumerable.Repeat(piece, 60_000 / piece.Length));
            var reason = await BeforeBoundAsync(() => Fuzzer.Try(Of(target), text), () => piece);
            Assert.Null(reason);
        }
    }

    private static FuzzTarget Of(string name) => FuzzTarget.All.Single(target => target.Name == name);

    // what does not end cannot be ended either: the test host is, with the text in the message
    private static async Task<T> BeforeBoundAsync<T>(Func<T> work, Func<string> current)
    {
        try
        {
            return await Task.Run(work).WaitAsync(Bound);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"reading did not end: {JsonSerializer.Serialize(current())}");
        }
    }
}
