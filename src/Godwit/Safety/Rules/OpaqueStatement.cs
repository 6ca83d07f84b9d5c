using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>Something that no rule can look into.</summary>
internal sealed class OpaqueStatement : Rule
{
    internal override string Id => "TX06";

    internal override Severity Severity => Severity.Info;

    internal override ImmutableArray<string> Products => Rules.Products.All;

    internal override string Title => "something that no rule can look into";

    internal override string Reason => "What a DO block, a procedure or code does is only known when it runs.";

    internal override string Remedy => "Write the changes of tables as statements or operations, and keep the code for rows.";

    internal override string Bad => "DO $$ BEGIN EXECUTE 'DROP TABLE posts'; END $$;";

    internal override string Good => """
        -- allow: TX06 it only writes rows
        DO $$ BEGIN PERFORM fill_posts(); END $$;
        """;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is Opaque opaque ? [new Breach($"Godwit cannot look into what {opaque.What} does.", Proposals.Allowed(Id, "it only changes rows", fact.Sql))] : [];
}
