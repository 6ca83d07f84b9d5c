using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;
using Godwit.Writing;

namespace Godwit.Safety.Rules;

/// <summary>An index is made without CONCURRENTLY.</summary>
internal sealed class BlockingIndex : Rule
{
    internal override string Id => "PG01";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "an index is made without CONCURRENTLY";

    internal override string Reason => "Nobody can write to the table until the whole index is built.";

    internal override string Remedy => "CONCURRENTLY builds it beside the writers. Godwit runs it outside of the transaction, and clears away what a failed attempt leaves.";

    internal override string Bad => "CREATE INDEX posts_title ON posts (title);";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is IndexCreated { Concurrently: false, IsOnly: false } index
        ? [new Breach($"Writers of {index.On} wait until {index.Name?.Written ?? "the index"} is built.", Sql(index), Code(index))]
        : [];

    private static string Sql(IndexCreated index) => index.Sql is { } sql && !sql.StartsWith("ALTER", StringComparison.OrdinalIgnoreCase)
        ? Proposals.With(sql, "INDEX", "CONCURRENTLY")
        : $"CREATE {(index.IsUnique ? "UNIQUE " : "")}INDEX CONCURRENTLY {index.Name} ON {index.On}{(index.Method is null ? "" : $" USING {index.Method}")} ({string.Join(", ", index.Columns)});";

    private static string Code(IndexCreated index) =>
        $"schema.Table({CSharpLiteral.Text(index.On.Bare)}, table => table.{(index.IsUnique ? "UniqueIndex" : "Index")}({string.Join(", ", index.Columns.Select(column => CSharpLiteral.Text(new SqlName(column).Bare)))}).Concurrently());";
}
