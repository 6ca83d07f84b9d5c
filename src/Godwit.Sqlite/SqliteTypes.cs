using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>
/// How the types of columns are spelt. SQLite keeps any value in any column and only leans towards the kind of value that the
/// type's name suggests (SQLite, "Datatypes In SQLite", 3.1), so that lengths and precisions would be promises nobody keeps.
/// </summary>
internal static class SqliteTypes
{
    internal static string Spell(ColumnType type, TableOptions options) => options.IsStrict ? Strict(type) : Loose(type);

    private static string Loose(ColumnType type) => type switch
    {
        ColumnType.Integer or ColumnType.Year => "integer",
        ColumnType.Char or ColumnType.String or ColumnType.Enum or ColumnType.Uuid or ColumnType.Ulid or ColumnType.IpAddress or ColumnType.MacAddress => "varchar",
        ColumnType.Text or ColumnType.Json => "text",
        // text too: SQLite's own binary form of JSON (3.45) is for its functions, and no driver reads it
        ColumnType.JsonBinary => "text",
        ColumnType.Float => "float",
        ColumnType.Double => "double",
        ColumnType.Decimal => "numeric",
        ColumnType.Boolean => "tinyint(1)",
        ColumnType.Date => "date",
        ColumnType.DateTime or ColumnType.Timestamp => "datetime",
        ColumnType.Time => "time",
        ColumnType.Binary => "blob",
        ColumnType.Geometry or ColumnType.Geography => "geometry",
        ColumnType.Native native => native.Sql,
        _ => throw Missing(type),
    };

    // A STRICT table knows INT, INTEGER, REAL, TEXT, BLOB and ANY (SQLite, "STRICT Tables").
    private static string Strict(ColumnType type) => type switch
    {
        ColumnType.Integer or ColumnType.Year or ColumnType.Boolean => "integer",
        ColumnType.Float or ColumnType.Double or ColumnType.Decimal => "real",
        ColumnType.Binary or ColumnType.Geometry or ColumnType.Geography => "blob",
        ColumnType.Native native => native.Sql,
        ColumnType.Set or ColumnType.NativeEnum or ColumnType.Vector or ColumnType.TextSearch => throw Missing(type),
        _ => "text",
    };

    private static GodwitException Missing(ColumnType type) => type switch
    {
        ColumnType.Set => SqliteUnsupported.That("set type", "Keep the values in a table of their own, one row each, or in a JSON column."),
        ColumnType.NativeEnum native => SqliteUnsupported.That($"enumerated types such as {native.Name}", "Use Enum with its values: a text with a check."),
        ColumnType.Vector => SqliteUnsupported.That("vector type", "Keep the numbers in a Binary or a Json column."),
        ColumnType.TextSearch => SqliteUnsupported.That("type for text searches", "Create a virtual table with FTS5: schema.Sql(\"CREATE VIRTUAL TABLE … USING fts5(…)\")."),
        _ => SqliteUnsupported.That($"type like {type.GetType().Name}", "Give SQLite's own type with Native."),
    };
}
