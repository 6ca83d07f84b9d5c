using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A trigger, rule, policy or row security is put on a table that is in use.</summary>
internal sealed class GuardOnHotTable : Rule
{
    internal override string Id => "PG26";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "a trigger, rule, policy or row security is put on a table that is in use";

    internal override string Reason => "It waits for all who write, or use, the table, and keeps those who come after it waiting.";

    internal override string Remedy => "Godwit gives up after a moment and tries again. Say that the table is quiet, or that waiting is fine.";

    internal override string Bad => "CREATE TRIGGER posts_audit AFTER UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION audit();";

    internal override string Good => """
        -- allow: PG26 posts is written by one job at night
        CREATE TRIGGER posts_audit AFTER UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION audit();
        """;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is TableGuarded guarded ? [new Breach($"The {guarded.What} waits for all who use {guarded.On}.", Proposals.Allowed(Id, $"{guarded.On} is quiet when this is applied", fact.Sql))] : [];
}
