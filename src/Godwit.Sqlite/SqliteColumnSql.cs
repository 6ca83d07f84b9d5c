using System.Text;
using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>Says columns as they stand in a table.</summary>
internal static class SqliteColumnSql
{
    /// <summary>The definition of a column.</summary>
    /// <param name="table">The table, for its name and options.</param>
    /// <param name="column">The column.</param>
    /// <param name="key">The primary key when it is this column alone, and is to be said here; null otherwise.</param>
    internal static string Define(Table table, Column column, PrimaryKey? key)
    {
        Refuse(column);
        var sql = new StringBuilder(SqliteNames.Quote(column.Name));
        // A column may have none.
        if (SqliteTypes.Spell(column.Type, table.Options) is { Length: > 0 } spelt) Append(spelt);
        if (column.Collation is not null) Append(Collation(column.Collation));
        // An AUTOINCREMENT column is never NULL.
        if (!column.IsNullable && column.Identity is null) Append("NOT NULL");
        if (column.Default is not null && column.Default is not DefaultValue.Literal { Value: null }) Append(Default(column.Default));
        if (column.Generated is not null) Append(Generated(column.Generated));
        if (column.Type is ColumnType.Enum type) Append(SqliteEnum.Check(table.Name.Name, column.Name, type.Values));
        if (key is not null) Append(PrimaryKey(key, column));
        return sql.ToString();

        void Append(string clause)
        {
            if (clause.Length > 0) sql.Append(' ').Append(clause);
        }
    }

    internal static string Collation(string collation) => $"COLLATE {SqliteNames.Quote(collation)}";

    internal static string Default(DefaultValue value) => $"DEFAULT {SqliteExpression.Default(value)}";

    internal static string Generated(GeneratedExpression generated) =>
        $"GENERATED ALWAYS AS ({SqliteExpression.Bare(generated.Sql)}) {(generated.Storage is GeneratedStorage.Stored ? "STORED" : "VIRTUAL")}";

    internal static string PrimaryKey(PrimaryKey key, Column column)
    {
        // said for its refusals: in a column the columns are left out
        SqliteConstraintSql.Define(key);
        return $"{SqliteConstraintSql.Named(key)}PRIMARY KEY{(column.Identity is null ? "" : " AUTOINCREMENT")}";
    }

    /// <summary>Throws for what SQLite cannot keep of a column.</summary>
    /// <exception cref="GodwitException">It has something of that kind.</exception>
    internal static void Refuse(Column column)
    {
        if (column.Charset is not null) throw SqliteUnsupported.That("character set for a column", "Leave it out: texts are Unicode.");
        if (column.IsInvisible) throw SqliteUnsupported.That("invisible columns", "Leave it out, and name the columns in queries instead of SELECT *.");
        if (column.OnUpdate is not null) throw SqliteUnsupported.That("ON UPDATE for a column", "Write a trigger AFTER UPDATE that sets the column.");
        if (column.Identity is { Kind: IdentityKind.Always })
            throw SqliteUnsupported.That("numbers that a row must not bring itself", "Use AutoIncrement; to refuse them, write a trigger BEFORE INSERT that calls RAISE(ABORT, …).");
        if (column.Identity is { Increment: not (null or 1) }) throw SqliteUnsupported.That("step for the numbers of rows", "Leave it out: the next number is one more than the largest so far.");
    }
}
