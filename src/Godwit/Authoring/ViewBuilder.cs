using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <summary>A view that is made.</summary>
public sealed class ViewBuilder : IDraft
{
    private readonly AuthorCall call;
    private CreateView operation;

    internal ViewBuilder(AuthorCall call, ObjectName name, DialectText query)
    {
        this.call = call;
        operation = new CreateView(name, query) { Location = call.Location };
    }

    /// <summary>Names its columns: <c>CREATE VIEW totals (user_id, total) AS …</c>. Left out, the query's own names are meant.</summary>
    /// <param name="names">The names, in order.</param>
    public ViewBuilder Columns(params IEnumerable<string> names) => Set(operation with { Columns = call.RequireColumns(names, $"The view {operation.Name}") });

    /// <summary>
    /// Takes the place of a view of that name: <c>CREATE OR REPLACE VIEW</c>; SQLite drops it first. The one before is remembered,
    /// so that the way back can be derived.
    /// </summary>
    public ViewBuilder OrReplace() => Set(operation with { OrReplace = true });

    /// <summary>What a person should know about it: <c>COMMENT ON VIEW</c> (PostgreSQL; others have no comments on views).</summary>
    /// <param name="text">The comment.</param>
    public ViewBuilder Comment(string text) => Set(operation with { Comment = text });

    internal ViewBuilder Materialized() => Set(operation with { IsMaterialized = true });

    IEnumerable<Operation> IDraft.Freeze() => operation is { IsMaterialized: true, OrReplace: true }
        ? throw call.Error($"The materialised view {operation.Name} is to take the place of another, which PostgreSQL cannot do.", "Drop that one first, with schema.DropMaterializedViewIfExists.")
        : [operation];

    private ViewBuilder Set(CreateView next)
    {
        operation = next;
        return this;
    }
}
