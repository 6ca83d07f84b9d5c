using System.Collections.Immutable;
using Godwit.Dialects;
using Godwit.Migrations;
using Godwit.Safety;

namespace Godwit.Execution;

/// <summary>Lays migrations before the safety rules without a database. Each is judged by itself: a table that an earlier one made may have rows.</summary>
/// <param name="dialect">The dialect.</param>
/// <param name="product">The database by name.</param>
/// <param name="placeholders">The values of placeholders.</param>
/// <param name="allow">The rules that every migration may breach, with the reasons.</param>
internal sealed class Linter(
    Dialect dialect, string product, IReadOnlyDictionary<string, string> placeholders, IReadOnlyDictionary<string, string> allow)
{
    /// <summary>What the rules find in some migrations.</summary>
    /// <param name="all">The migrations in their order: what those that are not chosen made is learned from.</param>
    /// <param name="chosen">Those to be judged.</param>
    /// <exception cref="GodwitException">One of the chosen cannot be read.</exception>
    internal SafetyReview Review(IEnumerable<MigrationSource> all, IReadOnlySet<MigrationSource> chosen)
    {
        var reading = new FactReading(dialect, dialect.Splitter, product);
        var reviewer = new Reviewer(product, allow);
        var findings = ImmutableArray.CreateBuilder<SafetyFinding>();
        foreach (var source in all)
        {
            if (chosen.Contains(source))
            {
                var script = source.Read(dialect.Splitter, placeholders);
                reviewer.BeginRun();
                findings.AddRange(reviewer.Review(reading.Of(source.Id, source.Path, script), script.Allowances));
            }
            else
            {
                Learn(reviewer, reading, source);
            }
        }

        return new SafetyReview(findings.DrainToImmutable());
    }

    private void Learn(Reviewer reviewer, FactReading reading, MigrationSource source)
    {
        try
        {
            reviewer.Learn(reading.Of(source.Id, source.Path, source.Read(dialect.Splitter, placeholders)));
        }
        catch (GodwitException)
        {
            // not one of those that were asked about: what it made is not known
        }
    }
}
