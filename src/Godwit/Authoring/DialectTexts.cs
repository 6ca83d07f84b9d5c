using Godwit.Operations;

namespace Godwit;

/// <summary>What makes sense in SQL that may be another on each database.</summary>
internal static class DialectTexts
{
    private static readonly string[] Products = ["sqlite", "postgresql", "mysql", "mariadb"];

    /// <summary>The text, which must be there for one database at least and blank for none.</summary>
    internal static DialectText Require(AuthorCall call, DialectText text, string what)
    {
        if (text == new DialectText()) throw call.Error($"{what} is given for no database.", "Write the SQL, or new() { PostgreSql = \"…\" } for some databases.");
        foreach (var product in Products)
        {
            if (text.For(product) is { } sql) call.Require(sql, $"{what} for {product}");
        }

        return text;
    }

    /// <summary>
    /// What undoes a text: on databases where that does nothing there is nothing to undo. An empty text says that there is nothing
    /// to undo anywhere.
    /// </summary>
    internal static DialectText Undoing(AuthorCall call, DialectText text, DialectText undo, string product)
    {
        if (text.For(product) is not null && undo.For(product) is null)
            throw call.Error($"There is SQL for {product}, and nothing that undoes it.", "Write the down for that database too, or \"\" where there is nothing to undo.");
        return new DialectText { Sqlite = For("sqlite"), PostgreSql = For("postgresql"), MySql = For("mysql"), MariaDb = For("mariadb") };

        string? For(string name) => text.For(name) is null ? null : undo.For(name);
    }
}
