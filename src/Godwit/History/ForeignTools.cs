using System.Collections.Immutable;

namespace Godwit.History;

/// <summary>The tools whose histories are known. Where several could have made a table, the first one in the list did.</summary>
internal static class ForeignTools
{
    private const string VersionTable = "schema_migrations";

    internal static readonly ImmutableArray<ForeignTool> All =
    [
        new("Entity Framework Core", ["__EFMigrationsHistory"], ["MigrationId", "ProductVersion"])
        {
            Companions = ["__EFMigrationsLock"],
            Order = ["MigrationId"],
            Read = row => Named(row["MigrationId"]),
        },
        new("Flyway", ["flyway_schema_history", "schema_version"], ["installed_rank", "version", "script", "success"])
        {
            Order = ["installed_rank"],
            Read = Flyway,
        },
        new("Evolve", ["changelog"], ["installed_by", "installed_on", "success", "name", "version", "type"])
        {
            Order = ["id"],
            Read = Evolve,
        },
        new("Liquibase", ["DATABASECHANGELOG"], ["ORDEREXECUTED", "EXECTYPE", "FILENAME", "AUTHOR"])
        {
            Companions = ["DATABASECHANGELOGLOCK"],
            Order = ["ORDEREXECUTED"],
            Read = row => new ForeignEntry(row["FILENAME"] is { } file && IsSql(file) ? file : row["ID"] ?? "") { State = Failed(row["EXECTYPE"] is "FAILED") },
        },
        new("Prisma", ["_prisma_migrations"], ["migration_name", "rolled_back_at", "finished_at"])
        {
            Order = ["started_at"],
            Read = Prisma,
        },
        new("FluentMigrator", ["VersionInfo"], ["Version", "AppliedOn"])
        {
            Order = ["Version"],
            Read = row => Numbered(row["Description"] ?? row["Version"], row["Version"]),
        },
        new("DbUp", ["SchemaVersions"], ["ScriptName", "Applied"])
        {
            Order = ["SchemaVersionsId", "SchemaVersionId", "Id"],
            Read = row => Named(row["ScriptName"]),
        },
        new("Alembic", ["alembic_version"], ["version_num"])
        {
            Order = ["version_num"],
            Record = ForeignRecord.Newest,
            Read = row => Named(row["version_num"]),
        },
        new("goose", ["goose_db_version"], ["version_id", "is_applied"])
        {
            Order = ["id"],
            Read = row => row["version_id"] is null or "0"
                ? null
                : Numbered(row["version_id"], row["version_id"])! with { State = row.IsTrue("is_applied") ? ForeignState.Applied : ForeignState.Undone },
        },
        new("golang-migrate", [VersionTable], ["version", "dirty"])
        {
            Order = ["version"],
            Record = ForeignRecord.Newest,
            Read = row => Numbered(row["version"], row["version"]) is { } entry ? entry with { State = Failed(row.IsTrue("dirty")) } : null,
        },
        new("Knex", ["knex_migrations"], ["name", "batch", "migration_time"])
        {
            Companions = ["knex_migrations_lock"],
            Order = ["id"],
            Read = row => Named(row["name"]) is { } entry ? entry with { Batch = row.Number("batch") } : null,
        },
        new("Laravel", ["migrations"], ["migration", "batch"])
        {
            Order = ["batch", "id"],
            Read = row => Named(row["migration"]) is { } entry ? entry with { Batch = row.Number("batch") } : null,
        },
        new("TypeORM", ["migrations"], ["timestamp", "name"])
        {
            Order = ["timestamp"],
            Read = row => Numbered(row["name"], row["timestamp"]),
        },
        new("Django", ["django_migrations"], ["app", "name", "applied"])
        {
            Order = ["id"],
            Read = row => new ForeignEntry($"{row["app"]}_{row["name"]}"),
        },
        new("node-pg-migrate", ["pgmigrations"], ["name", "run_on"])
        {
            Order = ["id"],
            Read = row => Named(row["name"]),
        },
        new("Ecto", [VersionTable], ["version", "inserted_at"])
        {
            Order = ["version"],
            Read = row => Numbered(row["version"], row["version"]),
        },
        new("a runner of numbered SQL files", [VersionTable], ["version", "name", "applied_at"])
        {
            Order = ["version"],
            Read = row => Numbered(row["name"], row["version"]),
        },
        new("Sequelize", ["SequelizeMeta"], ["name"])
        {
            Order = ["name"],
            Read = row => Named(row["name"]),
        },
        new("Rails", [VersionTable], ["version"])
        {
            Companions = ["ar_internal_metadata"],
            IsKnownByCompanion = true,
            Order = ["version"],
            Read = row => Numbered(row["version"], row["version"]),
        },
        new("dbmate", [VersionTable], ["version"])
        {
            Order = ["version"],
            Read = row => Numbered(row["version"], row["version"]),
        },
    ];

    /// <summary>The tool whose history has these columns; null when none is known. For a table that may have any name.</summary>
    internal static ForeignTool? ByColumns(IReadOnlyCollection<string> columns) =>
        All.FirstOrDefault(tool => !tool.IsKnownByCompanion && !(tool.Columns is ["name"]) && tool.Fits(columns));

    private static ForeignEntry? Named(string? name) => string.IsNullOrEmpty(name) ? null : new ForeignEntry(name);

    private static ForeignEntry? Numbered(string? name, string? version) =>
        string.IsNullOrEmpty(version) ? null : new ForeignEntry(string.IsNullOrEmpty(name) ? version : name, version);

    // "Flyway Schema History Table" of its manual: a baseline stands for all up to its version; a script that was undone has a row of its own.
    private static ForeignEntry? Flyway(ForeignRow row)
    {
        var type = row["type"]?.ToUpperInvariant() ?? "";
        var entry = new ForeignEntry(row["script"] ?? "", row["version"]);
        if (!row.IsTrue("success")) return entry with { State = ForeignState.Failed };
        if (type is "BASELINE") return entry with { Name = row["description"] ?? "", State = ForeignState.UpToHere };
        if (type is "SCHEMA" or "DELETE") return null;
        return type.StartsWith("UNDO_", StringComparison.Ordinal) ? entry with { State = ForeignState.Undone } : entry;
    }

    // Its types: 0 migration, 1 and 2 a schema it made or found empty, 3 the version to start from, 4 repeatable.
    private static ForeignEntry? Evolve(ForeignRow row) => row["type"] switch
    {
        "0" or "4" => new ForeignEntry(row["name"] ?? "", row["version"]) { State = Failed(!row.IsTrue("success")) },
        "3" => new ForeignEntry(row["name"] ?? "", row["version"]) { State = ForeignState.UpToHere },
        _ => null,
    };

    private static ForeignEntry? Prisma(ForeignRow row) => row["rolled_back_at"] is not null
        ? null
        : new ForeignEntry(row["migration_name"] ?? "") { State = Failed(row["finished_at"] is null) };

    private static ForeignState Failed(bool failed) => failed ? ForeignState.Failed : ForeignState.Applied;

    private static bool IsSql(string file) => file.EndsWith(".sql", StringComparison.OrdinalIgnoreCase);
}
