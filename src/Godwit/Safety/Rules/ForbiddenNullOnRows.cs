using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A column must not be NULL from now on.</summary>
internal sealed class ForbiddenNullOnRows : Rule
{
    internal override string Id => "DD02";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.All;

    internal override string Title => "a column must not be NULL from now on";

    internal override string Reason => "It fails if a row holds NULL there, and released programs that write NULL fail afterwards.";

    internal override string Remedy => "Fill the column first, and release programs that always write it.";

    internal override string Bad => "ALTER TABLE posts ALTER COLUMN title SET NOT NULL;";

    internal override string Good => """
        -- transaction: off
        ALTER TABLE posts ADD CONSTRAINT posts_title_not_null CHECK (title IS NOT NULL) NOT VALID;
        ALTER TABLE posts VALIDATE CONSTRAINT posts_title_not_null;
        ALTER TABLE posts ALTER COLUMN title SET NOT NULL;
        ALTER TABLE posts DROP CONSTRAINT posts_title_not_null;
        """;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact switch
    {
        NullForbidden forbidden when !ground.IsCheckedNotNull(forbidden.Of, forbidden.Column) => [Found(forbidden.Of, forbidden.Column, fact, ground)],
        ColumnRedefined { Column.IsNotNull: true } redefined when (redefined.Before ?? ground.Known.Column(redefined.Of, redefined.Old))?.IsNotNull == false =>
            [Found(redefined.Of, redefined.Old, fact, ground)],
        _ => [],
    };

    private Breach Found(SqlName table, SqlName column, Fact fact, Ground ground) => new(
        $"{column} of {table} may hold NULL: SELECT count(*) FROM {table} WHERE {column} IS NULL shows it.",
        ground.Product == "postgresql" ? Proposals.TransactionOff + Proposals.NotNull(table, column) : Proposals.Allowed(Id, $"no row of {table} holds NULL in {column}, and no program writes it", fact.Sql));
}
