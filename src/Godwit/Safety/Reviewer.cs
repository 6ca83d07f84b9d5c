using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Migrations;
using Godwit.Planning;
using Godwit.Safety.Rules;

namespace Godwit.Safety;

/// <summary>
/// Judges migrations one after the other, and learns from each what the tables are like for those after it. Pure.
/// </summary>
/// <param name="product">The database by name.</param>
/// <param name="allowed">The rules that every migration may breach, with the reasons.</param>
internal sealed class Reviewer(string product, IReadOnlyDictionary<string, string> allowed)
{
    private readonly ImmutableArray<Rule> rules = [.. RuleBook.All.Where(rule => rule.Products.Contains(product))];
    private readonly KnownTables known = new();
    private readonly HashSet<SqlName> newTables = [];

    /// <summary>Takes note of what an earlier migration did.</summary>
    internal void Learn(MigrationFacts migration)
    {
        foreach (var fact in migration.Facts) known.Apply(fact);
    }

    /// <summary>Begins another run: what was created so far may have rows by then.</summary>
    internal void BeginRun() => newTables.Clear();

    /// <summary>What the rules find in a migration.</summary>
    /// <param name="migration">What it does.</param>
    /// <param name="allowances">What it says that it may do.</param>
    internal ImmutableArray<SafetyFinding> Review(MigrationFacts migration, ImmutableArray<Allowance> allowances)
    {
        var findings = ImmutableArray.CreateBuilder<SafetyFinding>();
        var needed = new HashSet<string>(StringComparer.Ordinal);
        for (var place = 0; place < migration.Facts.Length; place++)
        {
            var fact = migration.Facts[place];
            var ground = new Ground(product, migration, place, known, newTables);
            var isNew = fact.Table is { } table && newTables.Contains(table);
            foreach (var rule in rules)
            {
                foreach (var breach in rule.Judge(fact, ground))
                {
                    needed.Add(rule.Id);
                    if (!isNew || rule.JudgesNewTables) findings.Add(Found(rule, breach, fact, migration, allowances));
                }
            }

            Note(fact);
        }

        findings.AddRange(allowances.Where(allowance => !needed.Contains(allowance.Rule) && IsOfThisDatabase(allowance.Rule)).Select(allowance => Unused(allowance, migration)));
        return [.. findings.Distinct()];
    }

    private void Note(Fact fact)
    {
        known.Apply(fact);
        switch (fact)
        {
            case TableCreated created: newTables.Add(created.Name); break;
            case TableRenamed renamed when newTables.Remove(renamed.From): newTables.Add(renamed.To); break;
            case TablesDropped dropped: newTables.ExceptWith(dropped.Names); break;
        }
    }

    private SafetyFinding Found(Rule rule, Breach breach, Fact fact, MigrationFacts migration, ImmutableArray<Allowance> allowances) =>
        new(rule.Id, breach.Severity ?? rule.Severity, rule.Title, migration.Id, fact.Location, breach.Message)
        {
            Reason = rule.Reason,
            Remedy = rule.Remedy,
            Correction = migration.Language is MigrationLanguage.CSharp ? breach.Code ?? CodeCorrection.Of(breach.Sql) : breach.Sql,
            AllowedBecause = allowances.FirstOrDefault(allowance => allowance.Rule == rule.Id)?.Reason ?? allowed.GetValueOrDefault(rule.Id),
        };

    // A migration may be for several databases, and what it allows be needed on another one.
    private bool IsOfThisDatabase(string id) => RuleBook.Find(id)?.Products.Contains(product) ?? true;

    // TX05 of the rules' list: a suppression that nothing needs hides what comes later.
    private static SafetyFinding Unused(Allowance allowance, MigrationFacts migration)
    {
        var exists = RuleBook.Find(allowance.Rule) is not null;
        var nearest = Suggestion.Nearest(allowance.Rule, RuleBook.All.Select(rule => rule.Id));
        return new SafetyFinding("TX07", Severity.Warning, "an allowance that nothing needs", migration.Id, allowance.Location,
            exists ? $"{allowance.Rule} is allowed, but nothing breaches it." : $"There is no rule {allowance.Rule}.")
        {
            Reason = "It hides a breach that somebody adds later.",
            Remedy = exists || nearest is null ? "Take it out." : $"Take it out, or write {nearest}.",
        };
    }
}
