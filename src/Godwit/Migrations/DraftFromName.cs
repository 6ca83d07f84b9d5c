namespace Godwit.Migrations;

/// <summary>What the tables that are named, and the name itself, tell of a new migration.</summary>
internal static class DraftFromName
{
    /// <summary>The draft for a migration.</summary>
    /// <param name="migration">What was asked for.</param>
    /// <param name="name">Its name in snake_case.</param>
    internal static MigrationDraft Of(NewMigration migration, string name)
    {
        if (migration.CreatedTable is { } created) return new MigrationDraft.CreateTable(created, []);
        var column = ColumnToAdd(name);
        if (migration.AlteredTable is { } altered) return column is var (added, _) ? AddColumn(altered, added) : new MigrationDraft.AlterTable(altered);
        if (TableToCreate(name) is { } table) return new MigrationDraft.CreateTable(table, []);
        return column is var (single, to) ? AddColumn(to, single) : new MigrationDraft.Empty();
    }

    private static MigrationDraft.AddColumns AddColumn(string table, string column) =>
        new(table, [new DraftColumn(column, DraftColumn.UsualType, DraftPresence.Optional)]);

    private static string? TableToCreate(string name)
    {
        const string start = "create_";
        var table = WithoutTable(name);
        var isOne = name.StartsWith(start, StringComparison.Ordinal) && table.Length < name.Length && table.Length > start.Length;
        return isOne ? table[start.Length..] : null;
    }

    private static (string Column, string Table)? ColumnToAdd(string name)
    {
        const string start = "add_", middle = "_to_";
        var to = name.LastIndexOf(middle, StringComparison.Ordinal);
        if (!name.StartsWith(start, StringComparison.Ordinal) || to <= start.Length) return null;
        return (name[start.Length..to], WithoutTable(name[(to + middle.Length)..]));
    }

    private static string WithoutTable(string name)
    {
        const string end = "_table";
        return name.EndsWith(end, StringComparison.Ordinal) ? name[..^end.Length] : name;
    }
}
