using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <summary>
/// An index: <c>CREATE INDEX posts_title_index ON posts (title)</c>, and what can be said of it further. A database that cannot do
/// what is said refuses the migration and names the alternative; nothing is left out in silence.
/// </summary>
public sealed class IndexBuilder : IDraft
{
    private readonly TableCall call;
    private readonly string suffix;
    private readonly List<IndexPartBuilder> parts = [];
    private TableIndex index;
    private OnlineChange online = OnlineChange.Unstated;
    private bool concurrently;
    private bool ifNotExists;

    private IndexBuilder(TableCall call, IEnumerable<string> columns, string suffix, IndexKind kind)
    {
        this.call = call;
        this.suffix = suffix;
        index = new TableIndex("", []) { Kind = kind };
        foreach (var column in columns) Column(column);
    }

    /// <summary>Whether it has to be made by a statement of its own, even for a table that is just made.</summary>
    internal bool StandsAlone => concurrently || ifNotExists || online != OnlineChange.Unstated;

    /// <summary>
    /// Names it. Left out, the name is made of the table, the columns and the kind, as <c>posts_title_index</c>; an expression
    /// counts with its words.
    /// </summary>
    /// <param name="name">The name.</param>
    public IndexBuilder Name(string name) => Set(() => index = index with { Name = call.Require(name, $"The name of an index of {call.Table}") });

    /// <summary>Adds a column, after those that were named before.</summary>
    /// <param name="column">The column.</param>
    /// <param name="part">Says how it is sorted and compared.</param>
    public IndexBuilder Column(string column, Action<IndexPartBuilder>? part = null) =>
        Add(new IndexPart(call.Require(column, $"A column's name in an index of {call.Table}")), part);

    /// <summary>Adds an expression, after what was named before: <c>(lower(email))</c>. MariaDB has none: use a generated column there.</summary>
    /// <param name="sql">The expression, without the parentheses round it.</param>
    /// <param name="part">Says how it is sorted and compared.</param>
    public IndexBuilder Expression(string sql, Action<IndexPartBuilder>? part = null) =>
        Add(new IndexPart(call.Require(sql, $"An expression in an index of {call.Table}"), IndexPartKind.Expression), part);

    /// <summary>Holds some rows only: <c>WHERE deleted_at IS NULL</c> (SQLite, PostgreSQL).</summary>
    /// <param name="predicate">Which rows, as SQL.</param>
    public IndexBuilder Where(string predicate) => Set(() => index = index with { Predicate = call.Require(predicate, $"The predicate of an index of {call.Table}") });

    /// <summary>Carries further columns, for reading only: <c>INCLUDE (…)</c> (PostgreSQL).</summary>
    /// <param name="columns">The further columns.</param>
    public IndexBuilder Include(params IEnumerable<string> columns) =>
        Set(() => index = index with { Include = call.RequireColumns(columns, $"What an index of {call.Table} includes") });

    /// <summary>The index method: <c>USING gin</c> (PostgreSQL), <c>USING HASH</c> (MySQL, MariaDB). Default: the database's usual one.</summary>
    /// <param name="method">The method.</param>
    public IndexBuilder Algorithm(string method) => Set(() => index = index with { Method = call.Require(method, $"The method of an index of {call.Table}") });

    /// <summary>The operator class of every part: <c>gin_trgm_ops</c>, <c>jsonb_path_ops</c> … (PostgreSQL).</summary>
    /// <param name="name">The operator class.</param>
    public IndexBuilder OperatorClass(string name) => Set(() => parts.ForEach(part => part.OperatorClass(name)));

    /// <summary>The language of a full-text index: <c>to_tsvector('german', …)</c> (PostgreSQL). Default: english.</summary>
    /// <param name="name">The text search configuration.</param>
    public IndexBuilder Language(string name) => Set(() => index = index.Kind is IndexKind.FullText
        ? index with { Language = call.Require(name, $"The language of an index of {call.Table}") }
        : throw call.Error($"An index of {call.Table} has a language and is no full-text index.", "Make it with FullText, or leave the language out."));

    /// <summary>Two NULLs count as the same: <c>NULLS NOT DISTINCT</c> (PostgreSQL 15 and later).</summary>
    public IndexBuilder NullsNotDistinct() => Set(() => index = index.IsUnique
        ? index with { NullsNotDistinct = true }
        : throw call.Error($"An index of {call.Table} says that NULLs are not distinct and is not unique.", "Make it with UniqueIndex, or leave that out."));

    /// <summary>A storage parameter: <c>WITH (fillfactor = 70)</c> (PostgreSQL). It may be repeated.</summary>
    /// <param name="parameter">The parameter with its value: <c>fillfactor = 70</c>.</param>
    public IndexBuilder With(string parameter) => Set(() => index = index with { Options = index.Options.Add(call.Require(parameter, $"A parameter of an index of {call.Table}")) });

    /// <summary>What a person should know about it: <c>COMMENT ON INDEX</c> (PostgreSQL), <c>COMMENT '…'</c> (MySQL, MariaDB).</summary>
    /// <param name="text">The comment.</param>
    public IndexBuilder Comment(string text) => Set(() => index = index with { Comment = text });

    /// <summary>
    /// Builds it without blocking writers: <c>CREATE INDEX CONCURRENTLY</c> (PostgreSQL). The migration then runs in parts, as the
    /// statement cannot be in a transaction.
    /// </summary>
    public IndexBuilder Concurrently() => Set(() => concurrently = true);

    /// <summary>Laravel's name for <see cref="Concurrently"/>.</summary>
    public IndexBuilder Online() => Concurrently();

    /// <summary>What others may do while it is built: <c>LOCK = NONE</c> (MySQL, MariaDB). The server refuses when it cannot keep to it.</summary>
    /// <param name="level">What others may do.</param>
    public IndexBuilder Lock(AlterLock level) => Set(() => online = online with { Lock = level });

    /// <summary>The algorithm by which it is built: <c>ALGORITHM = INPLACE</c> (MySQL, MariaDB). The server refuses when it cannot keep to it.</summary>
    /// <param name="algorithm">The algorithm.</param>
    public IndexBuilder AlterBy(AlterAlgorithm algorithm) => Set(() => online = online with { Algorithm = algorithm });

    /// <summary>Leaves an index of that name alone if there is one: <c>IF NOT EXISTS</c> (not MySQL). The migration then needs a Down of its own.</summary>
    public IndexBuilder IfNotExists() => Set(() => ifNotExists = true);

    internal static IndexBuilder Ordinary(TableCall call, IEnumerable<string> columns) => new(call, columns, ConventionalName.Index, IndexKind.Ordinary);

    internal static IndexBuilder Unique(TableCall call, IEnumerable<string> columns)
    {
        var builder = new IndexBuilder(call, columns, ConventionalName.Unique, IndexKind.Ordinary);
        builder.index = builder.index with { IsUnique = true };
        return builder;
    }

    internal static IndexBuilder FullText(TableCall call, IEnumerable<string> columns) => new(call, columns, ConventionalName.FullText, IndexKind.FullText);

    internal static IndexBuilder Spatial(TableCall call, IEnumerable<string> columns) => new(call, columns, ConventionalName.Spatial, IndexKind.Spatial);

    internal static IndexBuilder Vector(TableCall call, IEnumerable<string> columns) => new(call, columns, ConventionalName.Vector, IndexKind.Vector);

    /// <summary>The index as it is now.</summary>
    internal TableIndex Build()
    {
        if (parts.Count == 0) throw call.Error($"An index of {call.Table} is over nothing.", "Name its columns, or an expression with .Expression(\"lower(email)\").");
        var built = index with { Parts = parts.Select(part => part.Part).ToValueList() };
        return built.Name.Length > 0 ? built : built with { Name = ConventionalNameOf(built.Parts) };
    }

    IEnumerable<Operation> IDraft.Freeze() =>
        [new CreateIndex(call.Table, Build()) { Concurrently = concurrently, IfNotExists = ifNotExists, Online = online, Location = call.Location }];

    private string ConventionalNameOf(ValueList<IndexPart> built) =>
        built.All(part => part.Kind is IndexPartKind.Column)
            ? ConventionalName.Of(call.Table, built.Select(part => part.Expression), suffix)
            : ConventionalName.OfExpressions(call, call.Table, built.Select(part => part.Expression), suffix);

    private IndexBuilder Add(IndexPart part, Action<IndexPartBuilder>? describe) => Set(() =>
    {
        if (parts.Exists(other => other.Part.Expression == part.Expression && other.Part.Kind == part.Kind))
            throw call.Error($"An index of {call.Table} names {part.Expression} twice.", "Name it once.");
        var builder = new IndexPartBuilder(call, part);
        parts.Add(builder);
        describe?.Invoke(builder);
    });

    private IndexBuilder Set(Action change)
    {
        call.RequireOpen();
        change();
        return this;
    }
}
