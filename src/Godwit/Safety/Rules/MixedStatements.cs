using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>Rows and tables are changed in one migration.</summary>
internal sealed class MixedStatements : Rule
{
    internal override string Id => "MY07";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.MySql;

    internal override string Title => "rows and tables are changed in one migration";

    internal override string Reason => "Every change of a table commits what was open: if a later statement fails, the rows stay changed. Godwit continues from there, but nothing undoes them.";

    internal override string Remedy => "A migration for the tables, and one for the rows.";

    internal override string Bad => """
        UPDATE posts SET views = 0 WHERE views IS NULL;
        ALTER TABLE posts ADD INDEX posts_views (views);
        """;

    internal override string Good => "UPDATE posts SET views = 0 WHERE views IS NULL;";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is TableAltered or TablesDropped or TableRenamed
        && ground.Before.OfType<RowsChanged>().FirstOrDefault(rows => !ground.IsNew(rows.Rows)) is { } rows
        && !ground.Before.Any(earlier => earlier is TableAltered or TablesDropped or TableRenamed && Follows(ground, rows, earlier))
            ? [new Breach($"The rows of {rows.Rows} are committed before {fact.Table} is changed.", Apart(rows, fact))]
            : [];

    private string Apart(RowsChanged rows, Fact fact) => rows.Sql is { } first && fact.Sql is { } second
        ? $"{first};\n-- in the next migration: {second.ReplaceLineEndings(" ")};"
        : Proposals.Allowed(Id, $"the rows of {rows.Rows} may stay changed when a later statement fails", null);

    private static bool Follows(Ground ground, Fact first, Fact second) => ground.Migration.Facts.IndexOf(second) > ground.Migration.Facts.IndexOf(first);
}
