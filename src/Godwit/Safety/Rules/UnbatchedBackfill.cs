using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;
using Godwit.Writing;

namespace Godwit.Safety.Rules;

/// <summary>Rows are filled in the transaction that changes the table.</summary>
internal sealed class UnbatchedBackfill : Rule
{
    internal override string Id => "TX04";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.All;

    internal override string Title => "rows are filled in the transaction that changes the table";

    internal override string Reason => "The lock of the change is held until every row is written, and the transaction grows with the table.";

    internal override string Remedy => "Fill them afterwards, in batches.";

    internal override string Bad => """
        ALTER TABLE posts ADD COLUMN slug text;
        UPDATE posts SET slug = lower(title) WHERE slug IS NULL;
        """;

    internal override string Good => "ALTER TABLE posts ADD COLUMN slug text;";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is RowsChanged rows && ground.Before.Any(earlier => earlier.Part == rows.Part && earlier.Table == rows.Rows && earlier is ColumnAdded or ColumnRetyped or NullForbidden or ConstraintAdded)
        ? [new Breach($"The rows of {rows.Rows} are written while the table is locked.", rows.Sql is null ? null : $"-- in a migration of its own, in C#:\n-- schema.Backfill({CSharpLiteral.Text(rows.Rows.Bare)}, …)")]
        : [];
}
