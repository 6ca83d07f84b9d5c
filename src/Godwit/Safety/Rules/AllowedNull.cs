using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A column may be NULL from now on.</summary>
internal sealed class AllowedNull : Rule
{
    internal override string Id => "BC04";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.All;

    internal override string Title => "a column may be NULL from now on";

    internal override string Reason => "Released programs that never saw a NULL there may fail on the first one.";

    internal override string Remedy => "Release a version that can read NULL first, then say why it is safe.";

    internal override string Bad => "ALTER TABLE posts ALTER COLUMN title DROP NOT NULL;";

    internal override string Good => """
        -- allow: BC04 every released version reads NULL as no title
        ALTER TABLE posts ALTER COLUMN title DROP NOT NULL;
        """;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact switch
    {
        NullAllowed allowed => [Found(allowed.Of, allowed.Column, fact)],
        ColumnRedefined { Column.IsNotNull: false } redefined when (redefined.Before ?? ground.Known.Column(redefined.Of, redefined.Old))?.IsNotNull == true =>
            [Found(redefined.Of, redefined.Old, fact)],
        _ => [],
    };

    private Breach Found(SqlName table, SqlName column, Fact fact) =>
        new($"{column} of {table} may be NULL from now on.", Proposals.Allowed(Id, $"every released version reads NULL in {column}", fact.Sql));
}
