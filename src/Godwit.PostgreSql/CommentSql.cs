using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>COMMENT ON.</summary>
internal static class CommentSql
{
    internal static string OnTable(ObjectName table, string? comment) => On("TABLE", PostgreSqlNames.Quote(table), comment);

    internal static string OnColumn(ObjectName table, string column, string? comment) =>
        On("COLUMN", $"{PostgreSqlNames.Quote(table)}.{PostgreSqlNames.Quote(column)}", comment);

    internal static string OnIndex(ObjectName table, TableIndex index) => On("INDEX", PostgreSqlNames.Quote(table.Sibling(index.Name)), index.Comment);

    internal static string OnView(View view) => On(view.IsMaterialized ? "MATERIALIZED VIEW" : "VIEW", PostgreSqlNames.Quote(view.Name), view.Comment);

    private static string On(string what, string name, string? comment) =>
        $"COMMENT ON {what} {name} IS {(comment is null ? "NULL" : PostgreSqlLiterals.Quoted(comment))}";
}
