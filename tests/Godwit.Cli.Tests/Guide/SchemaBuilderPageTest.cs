using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests.Guide;

/// <summary>
/// The SQL in docs/schema-builder.md is what the generators make. After a change on purpose:
/// <c>GODWIT_ACCEPT=1 dotnet test tests/Godwit.Cli.Tests</c>, and read the difference.
/// </summary>
public sealed class SchemaBuilderPageTest
{
    private const string Begin = "<!-- table: begin -->\n", End = "<!-- table: end -->";

    [Fact]
    [Trait("Parity", "A14")]
    public void Every_word_has_its_sql_on_each_database_or_the_reason_why_not()
    {
        var path = Path.Join(Samples.Repository, "docs/schema-builder.md");
        var page = File.ReadAllText(path);
        var written = BuilderTable.Write();
        var (first, last) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("GODWIT_ACCEPT") == "1") File.WriteAllText(path, page[..first] + written + page[last..]);
        else Assert.Equal(written, page[first..last]);
    }
}
