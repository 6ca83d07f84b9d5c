using Godwit.Planning;
using Godwit.Safety;
using Xunit;

namespace Godwit.Tests.Safety;

/// <summary>Every rule finds its bad example, and is content with its good one and with what it proposes itself.</summary>
public sealed class RulesTest
{
    public static TheoryData<string> Ids => [.. RuleBook.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_bad_example_is_found(string id)
    {
        var rule = RuleBook.Find(id)!;
        foreach (var product in rule.Products)
        {
            // the example is written for the first database of the rule; the others that understand it find the same
            if (product != rule.Products[0] && rule.Products.Length > 2) continue;
            var found = Reviewed.Sql(product, rule.Bad).Where(finding => finding.Rule == id).ToArray();

            Assert.True(found.Length > 0, $"{id} finds nothing on {product} in\n{rule.Bad}");
            Assert.All(found, finding => Assert.NotNull(finding.Location));
            Assert.Contains(found, finding => finding.Severity == rule.Severity);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_good_example_is_content_with_every_rule(string id)
    {
        var rule = RuleBook.Find(id)!;
        var good = rule.Good ?? Reviewed.Sql(rule.Products[0], rule.Bad).First(finding => finding.Rule == id).Correction;

        Assert.NotNull(good);
        var found = Reviewed.Sql(rule.Products[0], good);
        Assert.DoesNotContain(found, finding => finding.Rule == id && finding.AllowedBecause is null);
        Assert.DoesNotContain(found, finding => finding.Severity is Severity.Error && finding.AllowedBecause is null);
        Assert.DoesNotContain(found, finding => finding.Rule == "TX07");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_a_rule_proposes_does_not_breach_it(string id)
    {
        var rule = RuleBook.Find(id)!;

        foreach (var finding in Reviewed.Sql(rule.Products[0], rule.Bad).Where(finding => finding.Rule == id && finding.Correction is not null))
        {
            var again = Reviewed.Sql(rule.Products[0], finding.Correction!);
            Assert.DoesNotContain(again, other => other.Rule == id && other.Severity == finding.Severity && other.AllowedBecause is null);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Whatever_is_found_has_corrected_code(string id)
    {
        var rule = RuleBook.Find(id)!;

        var found = rule.Products.SelectMany(product => Reviewed.Sql(product, rule.Bad)).Where(finding => finding.Rule == id).ToArray();

        Assert.NotEmpty(found);
        Assert.All(found, finding => Assert.False(string.IsNullOrWhiteSpace(finding.Correction), finding.Message));
    }

    [Fact]
    public void Ids_are_unique_and_every_rule_says_why_and_what_instead()
    {
        Assert.Equal(RuleBook.All.Length, RuleBook.All.Select(rule => rule.Id).Distinct().Count());
        Assert.Equal(RuleBook.All.Length, typeof(RuleBook).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(Godwit.Safety.Rules.Rule))));
        Assert.All(RuleBook.All, rule =>
        {
            Assert.EndsWith(".", rule.Reason);
            Assert.EndsWith(".", rule.Remedy);
            Assert.False(rule.Title.EndsWith('.'), rule.Title);
        });
    }
}
