using System.Runtime.CompilerServices;
using System.Text;
using Godwit.Safety;
using Godwit.Safety.Rules;
using Xunit;

namespace Godwit.Tests.Safety;

/// <summary>
/// What docs/environments-and-rules.md says of the rules is what the rules say. After a change on purpose:
/// <c>GODWIT_ACCEPT=1 dotnet test tests/Godwit.Tests</c>, and read the difference.
/// </summary>
public sealed class RulesPageTest
{
    private const string Begin = "<!-- rules: begin -->\n", End = "<!-- rules: end -->";

    [Fact]
    public void The_page_has_every_rule_with_its_examples()
    {
        var path = PathOfPage();
        var page = File.ReadAllText(path);
        var (first, last) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        var written = Write();
        if (Environment.GetEnvironmentVariable("GODWIT_ACCEPT") == "1") File.WriteAllText(path, page[..first] + written + page[last..]);
        else Assert.Equal(written, page[first..last]);
    }

    private static string Write()
    {
        var text = new StringBuilder("| rule | severity | databases | |\n|---|---|---|---|\n");
        foreach (var rule in RuleBook.All)
            text.Append($"| [{rule.Id}](#{rule.Id.ToLowerInvariant()}) | {Word(rule)} | {Databases(rule)} | {Escaped(rule.Title)} |\n");
        foreach (var rule in RuleBook.All) Write(text, rule);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Rule rule)
    {
        var good = rule.Good ?? Reviewed.Sql(rule.Products[0], rule.Bad).First(finding => finding.Rule == rule.Id).Correction!;
        text.Append($"\n### {rule.Id}\n{Capital(rule.Title)} ({Word(rule)}; {Databases(rule)}).\n\n{rule.Reason} {rule.Remedy}\n");
        text.Append($"\nBad:\n```sql\n{rule.Bad.TrimEnd()}\n```\nGood:\n```sql\n{good.TrimEnd()}\n```\n");
    }

    private static string Word(Rule rule) => rule.Severity.ToString().ToLowerInvariant();

    private static string Databases(Rule rule) => rule.Products.Length == 4 ? "all" : string.Join(", ", rule.Products.Select(product => product switch
    {
        "postgresql" => "PostgreSQL",
        "mysql" => "MySQL",
        "mariadb" => "MariaDB",
        _ => "SQLite",
    }));

    private static string Capital(string title) => char.ToUpperInvariant(title[0]) + title[1..];

    private static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string PathOfPage([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "environments-and-rules.md");
}
