using System.Runtime.CompilerServices;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <content>Single indexes of tables, and of materialised views, that are there.</content>
public sealed partial class SchemaBuilder
{
    /// <summary>
    /// Makes an index: <c>CREATE INDEX posts_title_index ON posts (title)</c>. For an expression give an empty list and say it:
    /// <c>schema.AddIndex("users", []).Expression("lower(email)")</c>.
    /// </summary>
    /// <param name="table">The table, or materialised view.</param>
    /// <param name="columns">The column, or several in order: <c>["user_id", "title"]</c>.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public IndexBuilder AddIndex(ObjectName table, ColumnList columns, [CallerLineNumber] int line = 0) => Do(IndexBuilder.Ordinary(Call(table, line), columns));

    /// <summary>Makes a unique index, which unlike a unique constraint may be over an expression or some rows only: <c>CREATE UNIQUE INDEX</c>.</summary>
    /// <param name="table">The table, or materialised view.</param>
    /// <param name="columns">The column, or several in order.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public IndexBuilder AddUniqueIndex(ObjectName table, ColumnList columns, [CallerLineNumber] int line = 0) => Do(IndexBuilder.Unique(Call(table, line), columns));

    /// <summary>Makes a full-text index: <c>USING gin (to_tsvector('english', …))</c> (PostgreSQL), <c>FULLTEXT INDEX</c> (MySQL, MariaDB); SQLite refuses the migration.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The column, or several.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public IndexBuilder AddFullText(ObjectName table, ColumnList columns, [CallerLineNumber] int line = 0) => Do(IndexBuilder.FullText(Call(table, line), columns));

    /// <summary>Makes a spatial index: <c>USING gist</c> (PostgreSQL), <c>SPATIAL INDEX</c> (MySQL, MariaDB); SQLite refuses the migration.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The column, or several.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public IndexBuilder AddSpatialIndex(ObjectName table, ColumnList columns, [CallerLineNumber] int line = 0) => Do(IndexBuilder.Spatial(Call(table, line), columns));

    /// <summary>Makes a vector index: <c>USING hnsw (… vector_cosine_ops)</c> (PostgreSQL with pgvector), <c>VECTOR INDEX</c> (MariaDB 11.7); others refuse the migration.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public IndexBuilder AddVectorIndex(ObjectName table, string column, [CallerLineNumber] int line = 0) => Do(IndexBuilder.Vector(Call(table, line), [column]));

    /// <summary>Gives an index another name: <c>ALTER INDEX … RENAME TO</c> (PostgreSQL), <c>RENAME INDEX</c> (MySQL, MariaDB); SQLite drops it and makes it again.</summary>
    /// <param name="table">The table.</param>
    /// <param name="from">Its name before.</param>
    /// <param name="to">Its name after.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void RenameIndex(ObjectName table, string from, string to, [CallerLineNumber] int line = 0)
    {
        var call = Call(table, line);
        Do(new RenameIndex(table, call.Require(from, "The index to be renamed"), call.Require(to, $"The new name of the index {from}")), line);
    }

    /// <summary>Drops an index of any kind by its name: <c>DROP INDEX</c>.</summary>
    /// <param name="table">The table, or materialised view.</param>
    /// <param name="name">The index.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public DropIndexBuilder DropIndex(ObjectName table, string name, [CallerLineNumber] int line = 0) => Do(new DropIndexBuilder(Call(table, line), name));

    /// <summary>Drops an index by its columns: <c>schema.DropIndex("posts", ["title"])</c> drops <c>posts_title_index</c>.</summary>
    /// <param name="table">The table, or materialised view.</param>
    /// <param name="columns">Its columns, in order.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public DropIndexBuilder DropIndex(ObjectName table, IEnumerable<string> columns, [CallerLineNumber] int line = 0) =>
        Do(DropIndexBuilder.Over(Call(table, line), columns, ConventionalName.Index));
}
