using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>
/// Follows what SQLite does to the texts of a schema when a table or a column is renamed: a rebuild further on in the same list of
/// operations writes these texts anew.
/// </summary>
internal static class SqliteRenaming
{
    /// <summary>The schema after an operation, its texts included.</summary>
    internal static DatabaseSchema After(Operation operation, DatabaseSchema before, RenamedTriggers triggers)
    {
        var after = operation.ApplyTo(before);
        return operation switch
        {
            RenameTable rename => after with { Tables = before.Tables.Select(table => Renamed(table, rename, triggers)) },
            RenameColumn rename => after with { Tables = before.Tables.Select(table => Renamed(table, rename, triggers)) },
            _ => after,
        };
    }

    private static Table Renamed(Table table, RenameTable rename, RenamedTriggers triggers) => Read(table, Renamed(SqliteTableSql.Text(table), rename)) with
    {
        Indexes = table.Indexes.Select(index => index with { Definition = null }),
        Triggers = table.Triggers.Select(trigger => triggers.Follow(rename, trigger)),
    };

    private static Table Renamed(Table table, RenameColumn rename, RenamedTriggers triggers) => Read(table, Renamed(SqliteTableSql.Text(table), rename)) with
    {
        Indexes = SqliteReferences.Same(table.Name, rename.Table) ? table.Indexes.Select(index => Renamed(table, index, rename)) : table.Indexes,
        Triggers = table.Triggers.Select(trigger => triggers.Follow(rename, table, trigger)),
    };

    private static Table Read(Table table, TableText text)
    {
        var read = SqliteTableReader.Read(text);
        return read with { Options = read.Options with { IsTemporary = table.Options.IsTemporary } };
    }

    private static TableIndex Renamed(Table table, TableIndex index, RenameColumn rename)
    {
        var sql = SqliteIndexSql.Create(table.Name, index);
        var parts = SqliteIndexReader.StartOfParts(sql);
        return SqliteIndexReader.Read(sql[..parts] + SqliteExpression.Rename(sql[parts..], rename.From, rename.To)).Index;
    }

    private static TableText Renamed(TableText text, RenameTable rename)
    {
        var to = SqliteNames.Quote(rename.To);
        var edits = text.Clauses.OfType<ClauseText.References>().Where(reference => reference.Table.Means(rename.From.Name)).Select(reference => (reference.Table.Span, to));
        if (text.Name.Means(rename.From.Name)) edits = edits.Prepend((text.Name.Span, to));
        return Edited(text, edits);
    }

    private static TableText Renamed(TableText text, RenameColumn rename)
    {
        var to = SqliteNames.Quote(rename.To);
        var edits = new List<(TextSpan, string)>();
        void Names(IEnumerable<NameText> names) => edits.AddRange(names.Where(name => name.Means(rename.From)).Select(name => (name.Span, to)));

        foreach (var reference in text.Clauses.OfType<ClauseText.References>().Where(reference => reference.Table.Means(rename.Table.Name))) Names(reference.Keys);
        if (!text.Name.Means(rename.Table.Name)) return Edited(text, edits);
        Names(text.Columns.Select(column => column.Name));
        foreach (var clause in text.Clauses)
        {
            Names(clause switch
            {
                ClauseText.PrimaryKey key => key.Columns,
                ClauseText.Unique unique => unique.Columns,
                ClauseText.References reference => reference.Columns,
                _ => [],
            });
            TextSpan? expression = clause switch
            {
                ClauseText.Check check => check.Predicate,
                ClauseText.Generated generated => generated.Expression,
                _ => null,
            };
            if (expression is { } span) edits.Add((span, SqliteExpression.Rename(span.In(text.Sql), rename.From, rename.To)));
        }

        return Edited(text, edits);
    }

    private static TableText Edited(TableText text, IEnumerable<(TextSpan Span, string Sql)> edits) =>
        text.With([.. edits.OrderBy(edit => edit.Span.Start)]);
}
