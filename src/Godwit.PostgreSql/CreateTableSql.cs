using System.Text;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>CREATE TABLE, and what belongs to a table and is made after it.</summary>
internal static class CreateTableSql
{
    internal static List<string> Of(CreateTable operation, int version)
    {
        var table = operation.Table;
        Require(table);
        var statements = new List<string> { Create(operation, version) };
        statements.AddRange(Unvalidated(table).Select(constraint => $"ALTER TABLE {PostgreSqlNames.Quote(table.Name)} ADD {new ConstraintSql(version).Of(constraint)}"));
        foreach (var index in table.Indexes) statements.Add(IndexSql.Create(table.Name, index, version, ifNotExists: operation.IfNotExists));
        if (!string.IsNullOrEmpty(table.Comment)) statements.Add(CommentSql.OnTable(table.Name, table.Comment));
        foreach (var column in table.Columns)
        {
            if (!string.IsNullOrEmpty(column.Comment)) statements.Add(CommentSql.OnColumn(table.Name, column.Name, column.Comment));
        }

        foreach (var index in table.Indexes)
        {
            if (!string.IsNullOrEmpty(index.Comment)) statements.Add(CommentSql.OnIndex(table.Name, index));
        }

        foreach (var trigger in table.Triggers) statements.Add(trigger.Definition);
        return statements;
    }

    private static string Create(CreateTable operation, int version)
    {
        var (table, options) = (operation.Table, operation.Table.Options);
        Unsupported.Refuse(options);
        var sql = new StringBuilder("CREATE ");
        if (options is { IsTemporary: true, IsUnlogged: true })
        {
            throw new GodwitException(ErrorCode.InvalidDefinition, $"The table {table.Name} is temporary and unlogged.",
                "A temporary table is never logged: leave Unlogged out.");
        }

        if (options.IsTemporary) sql.Append("TEMPORARY ");
        if (options.IsUnlogged) sql.Append("UNLOGGED ");
        sql.Append("TABLE ");
        if (operation.IfNotExists) sql.Append("IF NOT EXISTS ");
        sql.Append(PostgreSqlNames.Quote(table.Name));
        var elements = Elements(table, version);
        if (options.PartitionOf is { } part)
        {
            sql.Append(" PARTITION OF ").Append(PostgreSqlNames.Quote(part.Parent));
            if (elements.Count > 0) Append(sql, elements);
            sql.Append(' ').Append(part.Bounds);
        }
        else
        {
            Append(sql, elements);
            if (options.Inherits.Count > 0) sql.Append(" INHERITS (").AppendJoin(", ", options.Inherits.Select(PostgreSqlNames.Quote)).Append(')');
        }

        if (options.PartitionBy is { } key) sql.Append(" PARTITION BY ").Append(key);
        if (options.Parameters.Count > 0) sql.Append(" WITH (").AppendJoin(", ", options.Parameters).Append(')');
        return sql.ToString();
    }

    private static void Append(StringBuilder sql, List<string> elements)
    {
        if (elements.Count == 0) sql.Append(" ()");
        else sql.Append(" (\n    ").AppendJoin(",\n    ", elements).Append("\n)");
    }

    // A partition has the columns of its parent.
    private static List<string> Elements(Table table, int version)
    {
        var constraints = new ConstraintSql(version);
        var elements = new List<string>();
        var inline = InlineKey(table);
        foreach (var column in table.Options.PartitionOf is null ? table.Columns.Without(column => column.IsInherited) : [])
        {
            var started = TableNormalizer.Started(column, table.Options);
            elements.Add(column.Name == inline
                ? ColumnSql.Definition(started with { IsNullable = true }, version) + " PRIMARY KEY"
                : ColumnSql.Definition(started, version));
        }

        if (table.PrimaryKey is { } key && inline is null) elements.Add(constraints.Of(key));
        foreach (var unique in table.Uniques) elements.Add(constraints.Of(unique));
        foreach (var foreign in table.ForeignKeys.Without(key => key.NotValid)) elements.Add(constraints.Of(foreign));
        foreach (var check in TableNormalizer.Checks(table).Without(check => check.NotValid)) elements.Add(constraints.Of(check));
        foreach (var exclusion in table.Exclusions) elements.Add(constraints.Of(exclusion));
        return elements;
    }

    // In CREATE TABLE the server takes NOT VALID for valid, as there are no rows.
    private static IEnumerable<Constraint> Unvalidated(Table table) =>
        table.ForeignKeys.Where(key => key.NotValid).Concat<Constraint>(table.Checks.Where(check => check.NotValid));

    // A key that leaves its name to the database, and is one column, stands with the column.
    private static string? InlineKey(Table table) =>
        table is { Options.PartitionOf: null, PrimaryKey: { Name: null, UsingIndex: null, Deferral: Deferral.NotDeferrable, Columns: [var column] } } ? column : null;

    private static void Require(Table table)
    {
        if (table.Options.PartitionOf is not null) return;
        new CreateTable(table).ApplyTo(new DatabaseSchema(PostgreSqlDialect.Instance.Name));
        foreach (var index in table.Indexes)
        {
            foreach (var part in index.Parts)
            {
                if (part.Kind is IndexPartKind.Column) table.RequireColumn(part.Expression);
            }

            foreach (var column in index.Include) table.RequireColumn(column);
        }
    }
}
