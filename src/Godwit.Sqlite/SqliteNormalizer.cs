using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>A schema as the database would give it back.</summary>
internal static class SqliteNormalizer
{
    /// <summary>
    /// Every table is written and read again, so that nothing can differ but what SQLite itself would not keep. The texts of
    /// definitions are left out: two tables that mean the same may be written differently.
    /// </summary>
    internal static DatabaseSchema Normalize(DatabaseSchema schema) => SqliteReferences.Complete(schema with
    {
        Tables = schema.Tables.Select(Table).OrderBy(table => table.Name.Name, StringComparer.Ordinal).ToValueList(),
        Views = schema.Views.Select(SqliteViewText.Canonical).OrderBy(view => view.Name.Name, StringComparer.Ordinal).ToValueList(),
        Unread = schema.Unread.Without(SqliteSchemaReader.IsStatistics),
    });

    private static Table Table(Table table)
    {
        var read = SqliteTableReader.Read(TableText.Parse(SqliteTableSql.Create(table)));
        return new SqliteCanonical(read with
        {
            Options = read.Options with { IsTemporary = table.Options.IsTemporary },
            Indexes = table.Indexes.Select(index => SqliteIndexReader.Read(SqliteIndexSql.Create(table.Name, index)).Index),
            Triggers = table.Triggers.Select(SqliteTriggerText.Canonical).OrderBy(trigger => trigger.Name, StringComparer.Ordinal).ToValueList(),
        }).Table();
    }
}
