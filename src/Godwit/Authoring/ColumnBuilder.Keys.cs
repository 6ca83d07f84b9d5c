using Godwit.Schema;

namespace Godwit;

/// <content>Keys and indexes over the one column.</content>
public sealed partial class ColumnBuilder
{
    private ObjectName? referencedTable;

    /// <summary>Is the primary key by itself: <c>PRIMARY KEY</c>. For a key of several columns use <c>table.Primary("a", "b")</c>.</summary>
    public ColumnBuilder Primary() => Set(() => primary = KeyWish.Stated);

    /// <summary>No two rows share its value: <c>CONSTRAINT users_email_unique UNIQUE (email)</c>.</summary>
    /// <param name="name">The constraint's name; null is <c>table_column_unique</c>.</param>
    public ColumnBuilder Unique(string? name = null) => Add(new UniqueBuilder(call, [Name]), (key, given) => key.Name(given), name);

    /// <summary>Rows can be found and sorted by it: <c>CREATE INDEX posts_title_index</c>.</summary>
    /// <param name="name">The index's name; null is <c>table_column_index</c>.</param>
    public ColumnBuilder Index(string? name = null) => Add(IndexBuilder.Ordinary(call, [Name]), name);

    /// <summary>Words in it can be found: <c>USING gin (to_tsvector('english', …))</c> (PostgreSQL), <c>FULLTEXT INDEX</c> (MySQL, MariaDB); SQLite refuses.</summary>
    /// <param name="name">The index's name; null is <c>table_column_fulltext</c>.</param>
    public ColumnBuilder FullText(string? name = null) => Add(IndexBuilder.FullText(call, [Name]), name);

    /// <summary>Shapes in it can be found by their place: <c>USING gist</c> (PostgreSQL), <c>SPATIAL INDEX</c> (MySQL, MariaDB); SQLite refuses.</summary>
    /// <param name="name">The index's name; null is <c>table_column_spatialindex</c>.</param>
    public ColumnBuilder SpatialIndex(string? name = null) => Add(IndexBuilder.Spatial(call, [Name]), name);

    /// <summary>Vectors in it can be found by likeness: <c>USING hnsw (… vector_cosine_ops)</c> (PostgreSQL with pgvector), <c>VECTOR INDEX</c> (MariaDB).</summary>
    /// <param name="name">The index's name; null is <c>table_column_vectorindex</c>.</param>
    public ColumnBuilder VectorIndex(string? name = null) => Add(IndexBuilder.Vector(call, [Name]), name);

    /// <summary>Every row fulfils a predicate: <c>CONSTRAINT products_price_check CHECK (price &gt; 0)</c>.</summary>
    /// <param name="predicate">The predicate as SQL.</param>
    /// <param name="name">The check's name; null is <c>table_column_check</c>.</param>
    public ColumnBuilder Check(string predicate, string? name = null) => Add(new CheckBuilder(call, predicate, Name), (check, given) => check.Name(given), name);

    /// <summary>
    /// Refers to another table: <c>table.ForeignId("user_id").Constrained()</c> makes
    /// <c>FOREIGN KEY (user_id) REFERENCES users (id)</c>. What is said of the column itself comes before it.
    /// </summary>
    /// <param name="table">The other table; null is the plural of what stands before <c>_id</c> in the column's name.</param>
    /// <param name="column">The other table's column.</param>
    /// <param name="name">The foreign key's name; null is <c>table_column_foreign</c>.</param>
    /// <exception cref="GodwitException">The column's name does not tell the table.</exception>
    public ForeignKeyBuilder Constrained(string? table = null, string column = "id", string? name = null)
    {
        var other = table is not null ? ObjectName.Parse(table) : referencedTable ?? ConventionalName.ReferencedTable(Name, column) ?? throw call.Error(
            $"The name of the column {Name} of {call.Table} does not end in _{column}, and does not tell which table it refers to.", "Name the table: .Constrained(\"users\").");
        var key = References(column).On(other);
        return name is null ? key : key.Name(name);
    }

    /// <summary>Refers to a column of another table, which <see cref="ForeignKeyBuilder.On"/> names: <c>.References("id").On("users")</c>.</summary>
    /// <param name="column">The other table's column.</param>
    public ForeignKeyBuilder References(string column)
    {
        call.RequireOpen();
        var key = new ForeignKeyBuilder(call, [Name]).References(column);
        constraints.Add(key);
        return key;
    }

    /// <summary>The table of the model that the column was made for.</summary>
    internal ColumnBuilder Refers(ObjectName table) => Set(() => referencedTable = table);

    private ColumnBuilder Add<TBuilder>(TBuilder constraint, Func<TBuilder, string, TBuilder> rename, string? name)
        where TBuilder : ConstraintBuilder<TBuilder>
    {
        return Set(() => constraints.Add(name is null ? constraint : rename(constraint, name)));
    }

    private ColumnBuilder Add(IndexBuilder index, string? name) => Set(() => indexes.Add(name is null ? index : index.Name(name)));
}
