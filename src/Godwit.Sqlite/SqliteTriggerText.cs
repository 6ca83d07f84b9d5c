using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>The texts of triggers.</summary>
internal static class SqliteTriggerText
{
    /// <summary>The statement of a trigger as SQLite keeps it: without IF NOT EXISTS, a schema and the separator at its end.</summary>
    internal static Trigger Canonical(Trigger trigger)
    {
        var sql = SqliteStatement.Trimmed(trigger.Definition);
        var (isTemporary, name) = Heading(sql);
        return trigger with { Definition = Definition(isTemporary, sql[name..]) };
    }

    /// <summary>The statement of a trigger out of the catalog; that it is temporary is not kept in it.</summary>
    internal static string Definition(string sql, bool isTemporary) => isTemporary ? Definition(true, sql[Heading(sql).Name..]) : sql;

    private static string Definition(bool isTemporary, string fromName) => $"CREATE {(isTemporary ? "TEMPORARY " : "")}TRIGGER {fromName}";

    private static (bool IsTemporary, int Name) Heading(string sql)
    {
        var reader = new DefinitionReader(sql);
        reader.Expect("CREATE");
        var temporary = reader.Accept("TEMP") || reader.Accept("TEMPORARY");
        reader.Expect("TRIGGER");
        reader.Accept("IF", "NOT", "EXISTS");
        var name = reader.Position;
        reader.Name();
        if (reader.Accept('.')) name = reader.Position;
        return (temporary, name);
    }
}
