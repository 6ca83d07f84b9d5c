using Godwit.Schema;

namespace Godwit;

/// <summary>
/// That no two rows compare true by all of some operators: <c>EXCLUDE USING gist (room WITH =, during WITH &amp;&amp;)</c>
/// (PostgreSQL; other databases refuse the migration).
/// </summary>
public sealed class ExclusionBuilder : DeferrableBuilder<ExclusionBuilder>
{
    private ValueList<ExclusionElement> elements = [];
    private string? method;
    private string? predicate;

    internal ExclusionBuilder(TableCall call)
        : base(call)
    {
    }

    /// <summary>Compares a column or an expression by an operator. At least one comparison is needed.</summary>
    /// <param name="expression">The column's name, or an expression in parentheses.</param>
    /// <param name="comparison">The operator: <c>=</c>, <c>&amp;&amp;</c> …</param>
    public ExclusionBuilder With(string expression, string comparison) => Set(() =>
        elements = elements.Add(new ExclusionElement(
            Call.Require(expression, $"What an exclusion constraint of {Call.Table} compares"), Call.Require(comparison, $"The operator of an exclusion constraint of {Call.Table}"))));

    /// <summary>The index method that keeps it. Default: <c>gist</c>.</summary>
    /// <param name="method">The method: <c>gist</c>, <c>spgist</c>, <c>btree</c> …</param>
    public ExclusionBuilder Using(string method) => Set(() => this.method = Call.Require(method, $"The index method of an exclusion constraint of {Call.Table}"));

    /// <summary>Concerns some rows only: <c>WHERE (…)</c>.</summary>
    /// <param name="predicate">Which rows, as SQL.</param>
    public ExclusionBuilder Where(string predicate) => Set(() => this.predicate = Call.Require(predicate, $"The predicate of an exclusion constraint of {Call.Table}"));

    private protected override Constraint Build()
    {
        if (elements.Count == 0)
            throw Call.Error($"An exclusion constraint of {Call.Table} compares nothing.", "Say what two rows may not share: .With(\"room\", \"=\").With(\"during\", \"&&\").");
        var name = StatedName ?? ConventionalName.OfExpressions(Call, Call.Table, elements.Select(element => element.Expression), ConventionalName.Exclusion);
        return new ExclusionConstraint(name, elements) { Method = method, Predicate = predicate, Deferral = Deferral };
    }
}
