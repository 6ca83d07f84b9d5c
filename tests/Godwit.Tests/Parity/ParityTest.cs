using Godwit.Tests.Architecture;
using Xunit;

namespace Godwit.Tests.Parity;

/// <summary>
/// docs/parity.md names the tests that prove its rows. After a change: <c>GODWIT_ACCEPT=1 dotnet test tests/Godwit.Tests</c>.
/// </summary>
public sealed class ParityTest
{
    private const string Path = "docs/parity.md";

    // Rows that are kept: none of them may lose its last test.
    private static readonly string[] Kept =
    [
        "A3", "A4", "A5", "A6", "A7", "A10", "A15", "A16", "A17", "B1", "B2", "B3", "B5", "B6", "B7", "B8", "C1", "C4", "C5", "C7", "C9", "C11",
        "D1", "D2", "D3", "D4", "D5", "D6", "D7", "E6", "E7", "E8",
    ];

    private static readonly Lazy<Proof[]> Proofs = new(() =>
        [.. Repository.Tests().OrderBy(file => file.Path, StringComparer.Ordinal).SelectMany(Proof.In)]);

    [Fact]
    public void The_page_names_exactly_the_tests_that_carry_a_row_s_number()
    {
        var page = Repository.Read(Path);
        var written = string.Join('\n', page.Split('\n').Select(line => ParityRow.Parse(line) is { } row ? Proven(row).ToString() : line));
        if (Environment.GetEnvironmentVariable("GODWIT_ACCEPT") == "1") File.WriteAllText(System.IO.Path.Combine(Repository.Root, Path), written);

        Assert.Equal(written, Repository.Read(Path));
    }

    [Fact]
    public void Every_row_that_is_kept_has_a_test() => Findings.AssertNone(Kept.Except(Proofs.Value.SelectMany(proof => proof.Rows)));

    [Fact]
    public void Every_number_that_a_test_carries_is_a_row()
    {
        var rows = Repository.Read(Path).Split('\n').Select(line => ParityRow.Parse(line)?.Number).ToHashSet();

        Findings.AssertNone(from proof in Proofs.Value from row in proof.Rows where !rows.Contains(row) select $"{row} of {proof}");
    }

    private static ParityRow Proven(ParityRow row) => row with { Proof = Proof.Cell([.. Proofs.Value.Where(proof => proof.Rows.Contains(row.Number))]) };
}
