using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>Says indexes.</summary>
internal static class SqliteIndexSql
{
    /// <summary>The statement that makes an index: in its own words where they are known and still true.</summary>
    internal static string Create(ObjectName table, TableIndex index)
    {
        if (index.Definition is { } definition && IsTrue(definition, table, index)) return definition;
        return Compose(table, index, "");
    }

    internal static string CreateIfMissing(ObjectName table, TableIndex index) => Compose(table, index, "IF NOT EXISTS ");

    private static string Compose(ObjectName table, TableIndex index, string condition)
    {
        Refuse(index);
        var where = index.Predicate is null ? "" : $" WHERE {index.Predicate.Trim()}";
        return $"CREATE {(index.IsUnique ? "UNIQUE " : "")}INDEX {condition}{SqliteNames.QuoteNew(index.Name)} ON {SqliteNames.Quote(table)} ({string.Join(", ", index.Parts.Select(Part))}){where}";
    }

    private static bool IsTrue(string definition, ObjectName table, TableIndex index)
    {
        var read = SqliteIndexReader.Read(definition);
        return read.Table == table.Name && read.Index with { Definition = null } == SqliteIndexReader.Read(Compose(table, index, "")).Index with { Definition = null };
    }

    private static string Part(IndexPart part)
    {
        if (part.Length is not null) throw SqliteUnsupported.That("indexes on the first characters of a column", "Index the expression: substr(column, 1, length).");
        if (part.OperatorClass is not null) throw SqliteUnsupported.That("operator classes", "Leave it out, or give a collation.");
        if (part.Nulls is not null) throw SqliteUnsupported.That("NULLS FIRST or LAST in an index", "Leave it out: NULLs are smaller than all other values.");
        var expression = part.Kind is IndexPartKind.Column ? SqliteNames.Quote(part.Expression) : $"({SqliteExpression.Bare(part.Expression)})";
        return expression + (part.Collation is null ? "" : " " + SqliteColumnSql.Collation(part.Collation)) + (part.Descending ? " DESC" : "");
    }

    private static void Refuse(TableIndex index)
    {
        if (index.Parts.Count == 0) throw new GodwitException(ErrorCode.InvalidDefinition, $"The index {index.Name} is over nothing.", "Name at least one column.");
        if (index.Kind is IndexKind.FullText)
            throw SqliteUnsupported.That("full-text indexes on ordinary tables", "Create a virtual table with FTS5: schema.Sql(\"CREATE VIRTUAL TABLE … USING fts5(…)\").");
        if (index.Kind is IndexKind.Spatial) throw SqliteUnsupported.That("spatial indexes on ordinary tables", "Create a virtual table with R*Tree: schema.Sql(\"CREATE VIRTUAL TABLE … USING rtree(…)\").");
        if (index.Kind is IndexKind.Vector) throw SqliteUnsupported.That("vector indexes", "Search the vectors in the application, or load an extension that can.");
        if (index.Include.Count > 0) throw SqliteUnsupported.That("INCLUDE for indexes", "Put the columns at the end of the index: it covers them all the same.");
        if (index.Method is not null) throw SqliteUnsupported.That($"index method {index.Method}", "Leave it out: every index is a B-tree.");
        if (index.NullsNotDistinct) throw SqliteUnsupported.That("NULLS NOT DISTINCT", "Index an expression that is never NULL, as coalesce(column, '').");
        if (index.Options.Count > 0) throw SqliteUnsupported.That("storage parameters for indexes", "Leave them out.");
    }
}
