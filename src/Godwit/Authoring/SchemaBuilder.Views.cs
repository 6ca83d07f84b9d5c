using System.Runtime.CompilerServices;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <content>Views. Where the query differs between databases, write <c>new() { Sqlite = "…", PostgreSql = "…" }</c>.</content>
public sealed partial class SchemaBuilder
{
    /// <summary>Makes a view: <c>CREATE VIEW</c>. A database for which there is no query is left alone.</summary>
    /// <param name="name">The view's name.</param>
    /// <param name="query">Its query.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ViewBuilder CreateView(ObjectName name, DialectText query, [CallerLineNumber] int line = 0) => Do(View(name, query, line));

    /// <summary>Makes a view that stores its rows: <c>CREATE MATERIALIZED VIEW</c> (PostgreSQL; others refuse the migration).</summary>
    /// <param name="name">The view's name.</param>
    /// <param name="query">Its query.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ViewBuilder CreateMaterializedView(ObjectName name, DialectText query, [CallerLineNumber] int line = 0) => Do(View(name, query, line).Materialized());

    /// <summary>Fills a materialised view anew: <c>REFRESH MATERIALIZED VIEW</c> (PostgreSQL). It cannot be read meanwhile.</summary>
    /// <param name="name">The view's name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void RefreshMaterializedView(ObjectName name, [CallerLineNumber] int line = 0) => Do(new RefreshView(NameOfView(name, line)), line);

    /// <summary>Fills a materialised view anew while it is read: <c>REFRESH MATERIALIZED VIEW CONCURRENTLY</c> (PostgreSQL), for which it needs a unique index.</summary>
    /// <param name="name">The view's name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void RefreshMaterializedViewConcurrently(ObjectName name, [CallerLineNumber] int line = 0) =>
        Do(new RefreshView(NameOfView(name, line)) { Concurrently = true }, line);

    /// <summary>Drops a view: <c>DROP VIEW</c>. Its query is remembered, so that the way back can be derived.</summary>
    /// <param name="name">The view's name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void DropView(ObjectName name, [CallerLineNumber] int line = 0) => Do(new DropView(NameOfView(name, line)), line);

    /// <summary>Drops a view if it is there: <c>DROP VIEW IF EXISTS</c>.</summary>
    /// <param name="name">The view's name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void DropViewIfExists(ObjectName name, [CallerLineNumber] int line = 0) => Do(new DropView(NameOfView(name, line)) { IfExists = true }, line);

    /// <summary>Drops a materialised view: <c>DROP MATERIALIZED VIEW</c> (PostgreSQL).</summary>
    /// <param name="name">The view's name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void DropMaterializedView(ObjectName name, [CallerLineNumber] int line = 0) => Do(new DropView(NameOfView(name, line)) { IsMaterialized = true }, line);

    /// <summary>Drops a materialised view if it is there: <c>DROP MATERIALIZED VIEW IF EXISTS</c> (PostgreSQL).</summary>
    /// <param name="name">The view's name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void DropMaterializedViewIfExists(ObjectName name, [CallerLineNumber] int line = 0) =>
        Do(new DropView(NameOfView(name, line)) { IsMaterialized = true, IfExists = true }, line);

    private ObjectName NameOfView(ObjectName name, int line) => Call(line).Require(name, "The name of a view");

    private ViewBuilder View(ObjectName name, DialectText query, int line)
    {
        var call = Call(line);
        return new ViewBuilder(call, call.Require(name, "The name of a view"), DialectTexts.Require(call, query, $"The query of the view {name}"));
    }
}
