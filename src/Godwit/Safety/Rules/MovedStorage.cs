using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A table moves to another storage.</summary>
internal sealed class MovedStorage : Rule
{
    internal override string Id => "PG19";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "a table moves to another storage";

    internal override string Reason => "SET LOGGED, SET UNLOGGED, SET TABLESPACE and SET ACCESS METHOD rewrite the whole table while nobody can read or write it.";

    internal override string Remedy => "Do it in a maintenance window, and say so.";

    internal override string Bad => "ALTER TABLE posts SET TABLESPACE fast;";

    internal override string Good => """
        -- allow: PG19 in Sunday's maintenance window
        ALTER TABLE posts SET TABLESPACE fast;
        """;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is StorageChanged changed ? [new Breach($"{changed.Stored} is rewritten: {changed.Change}.", Proposals.Allowed(Id, $"nobody uses {changed.Stored} in Sunday's maintenance window", fact.Sql))] : [];
}
