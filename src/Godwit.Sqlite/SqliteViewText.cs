using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>Views as statements, and statements as views.</summary>
internal static class SqliteViewText
{
    /// <summary>Whether a text is the whole statement that makes something, and not a query alone.</summary>
    internal static bool IsWhole(string sql) => new DefinitionReader(sql).Is("CREATE");

    /// <summary>The statement that makes a view.</summary>
    internal static string Create(View view)
    {
        if (view.IsMaterialized) throw SqliteUnsupported.That("materialised views", "Create a table and fill it, and let triggers keep it up to date; or create an ordinary view.");
        if (view.Definition is { } definition && Same(Read(definition), view)) return definition;
        if (IsWhole(view.Query)) return SqliteStatement.Trimmed(view.Query);
        var columns = view.Columns.Count == 0 ? "" : $" ({SqliteNames.List(view.Columns)})";
        return $"CREATE VIEW {SqliteNames.QuoteNew(view.Name)}{columns} AS\n{SqliteStatement.Trimmed(view.Query)}";
    }

    /// <summary>The view that a statement makes.</summary>
    internal static View Read(string sql)
    {
        var reader = new DefinitionReader(sql);
        reader.Expect("CREATE");
        if (!reader.Accept("TEMP")) reader.Accept("TEMPORARY");
        reader.Expect("VIEW");
        reader.Accept("IF", "NOT", "EXISTS");
        var name = reader.Name();
        if (reader.Accept('.')) name = reader.Name();
        var columns = reader.Is("AS") ? [] : reader.NameList().Names;
        reader.Expect("AS");
        return new View(new ObjectName(null, name.Value), SqliteStatement.Trimmed(sql[reader.Position..]))
        {
            Columns = columns.Select(column => column.Value).ToValueList(),
            Definition = sql,
        };
    }

    /// <summary>A view in the form in which it is read: its query alone, without the words that make it.</summary>
    internal static View Canonical(View view)
    {
        var read = IsWhole(view.Query) ? Read(view.Query) : view with { Query = SqliteStatement.Trimmed(view.Query) };
        return view with
        {
            Query = read.Query,
            Columns = read.Columns,
            Comment = null,
            Definition = null,
            Triggers = view.Triggers.Select(SqliteTriggerText.Canonical).OrderBy(trigger => trigger.Name, StringComparer.Ordinal).ToValueList(),
        };
    }

    private static bool Same(View read, View view) => read.Name == view.Name && read.Query == view.Query && read.Columns.Equals(view.Columns);
}
