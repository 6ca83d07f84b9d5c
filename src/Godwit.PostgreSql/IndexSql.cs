using System.Text;
using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>CREATE INDEX (manual, CREATE INDEX).</summary>
internal static class IndexSql
{
    internal static string Create(ObjectName table, TableIndex index, int version, IndexBuild build = IndexBuild.Ordinary, bool ifNotExists = false)
    {
        Unsupported.Refuse(index);
        if (index.Definition is { } definition) return Made(definition, build);
        var sql = new StringBuilder("CREATE ");
        if (index.IsUnique) sql.Append("UNIQUE ");
        sql.Append("INDEX ");
        if (build is IndexBuild.Concurrent) sql.Append("CONCURRENTLY ");
        if (ifNotExists) sql.Append("IF NOT EXISTS ");
        sql.Append(PostgreSqlNames.Quote(index.Name)).Append(" ON ").Append(PostgreSqlNames.Quote(table));
        if (Method(index) is { } method) sql.Append(" USING ").Append(method);
        sql.Append(" (").Append(Keys(index)).Append(')');
        sql.Append(ConstraintSql.Include(index.Include)).Append(ConstraintSql.Nulls(index.NullsNotDistinct, version));
        if (index.Options.Count > 0) sql.Append(" WITH (").AppendJoin(", ", index.Options).Append(')');
        if (index.Predicate is { } predicate) sql.Append(" WHERE ").Append(predicate);
        return sql.ToString();
    }

    /// <summary>The index method; null is the usual one.</summary>
    internal static string? Method(TableIndex index) => index.Method?.ToLowerInvariant() ?? index.Kind switch
    {
        IndexKind.FullText => "gin",
        IndexKind.Spatial => "gist",
        IndexKind.Vector => "hnsw",
        _ => null,
    };

    /// <summary>The operator class of a part; null is the type's usual one. A vector index has none: likeness is that of the angle.</summary>
    internal static string? OperatorClass(TableIndex index, IndexPart part) =>
        part.OperatorClass ?? (index.Kind is IndexKind.Vector ? "vector_cosine_ops" : null);

    private static string Made(string definition, IndexBuild build)
    {
        var name = definition.IndexOf("INDEX ", StringComparison.Ordinal) + "INDEX ".Length;
        return build is IndexBuild.Concurrent ? definition.Insert(name, "CONCURRENTLY ") : definition;
    }

    private static string Keys(TableIndex index) =>
        index.Kind is IndexKind.FullText ? FullTextExpression.Sql(index) : string.Join(", ", index.Parts.Select(part => Key(index, part)));

    private static string Key(TableIndex index, IndexPart part)
    {
        var sql = new StringBuilder(part.Kind is IndexPartKind.Column ? PostgreSqlNames.Quote(part.Expression) : $"({part.Expression})");
        if (part.Collation is { } collation) sql.Append(" COLLATE ").Append(PostgreSqlNames.QuoteCollation(collation));
        if (OperatorClass(index, part) is { } operatorClass) sql.Append(' ').Append(operatorClass);
        if (part.Descending) sql.Append(" DESC");
        if (part.Nulls is { } nulls) sql.Append(nulls is NullsOrder.First ? " NULLS FIRST" : " NULLS LAST");
        return sql.ToString();
    }
}

/// <summary>How an index is built.</summary>
internal enum IndexBuild
{
    /// <summary>In the transaction, while nobody writes.</summary>
    Ordinary,

    /// <summary>Outside of a transaction, while others write.</summary>
    Concurrent,
}
