namespace Godwit;

/// <content>Indexes.</content>
public abstract partial class Blueprint
{
    /// <summary>
    /// Rows can be found and sorted by the columns: <c>CREATE INDEX posts_title_index ON posts (title)</c>. Without columns, say
    /// them or an expression on what is returned: <c>table.Index().Expression("lower(email)")</c>.
    /// </summary>
    /// <param name="columns">The columns, in order.</param>
    public IndexBuilder Index(params IEnumerable<string> columns) => Kept(IndexBuilder.Ordinary(Call, columns));

    /// <summary>
    /// A unique index, which unlike a unique constraint may be over an expression or some rows only:
    /// <c>table.UniqueIndex("email").Where("deleted_at IS NULL")</c>.
    /// </summary>
    /// <param name="columns">The columns, in order.</param>
    public IndexBuilder UniqueIndex(params IEnumerable<string> columns) => Kept(IndexBuilder.Unique(Call, columns));

    /// <summary>Words in the columns can be found: <c>USING gin (to_tsvector('english', …))</c> (PostgreSQL), <c>FULLTEXT INDEX</c> (MySQL, MariaDB); SQLite refuses the migration.</summary>
    /// <param name="columns">The columns.</param>
    public IndexBuilder FullText(params IEnumerable<string> columns) => Kept(IndexBuilder.FullText(Call, columns));

    /// <summary>Shapes can be found by their place: <c>USING gist</c> (PostgreSQL), <c>SPATIAL INDEX</c> (MySQL, MariaDB); SQLite refuses the migration.</summary>
    /// <param name="columns">The columns.</param>
    public IndexBuilder SpatialIndex(params IEnumerable<string> columns) => Kept(IndexBuilder.Spatial(Call, columns));

    /// <summary>Vectors can be found by their likeness: <c>USING hnsw (… vector_cosine_ops)</c> (PostgreSQL with pgvector), <c>VECTOR INDEX</c> (MariaDB 11.7); others refuse the migration.</summary>
    /// <param name="column">The column.</param>
    public IndexBuilder VectorIndex(string column) => Kept(IndexBuilder.Vector(Call, [column]));

    /// <summary>An index over an expression: <c>table.RawIndex("lower(email)", "users_email_lower")</c>.</summary>
    /// <param name="expression">The expression, without the parentheses round it.</param>
    /// <param name="name">The index's name.</param>
    public IndexBuilder RawIndex(string expression, string name) => Kept(IndexBuilder.Ordinary(Call, [])).Expression(expression).Name(name);

    private IndexBuilder Kept(IndexBuilder index)
    {
        Call.RequireOpen();
        Keep(index);
        return index;
    }
}
