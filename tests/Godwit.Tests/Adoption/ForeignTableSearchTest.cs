using Godwit.Adoption;
using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Adoption;

public sealed class ForeignTableSearchTest
{
    [Theory]
    [InlineData("Entity Framework Core", "__EFMigrationsHistory", "MigrationId ProductVersion")]
    [InlineData("Entity Framework Core", "__EFMigrationsHistory", "migration_id product_version")]
    [InlineData("Flyway", "flyway_schema_history", "installed_rank version description type script checksum installed_by installed_on execution_time success")]
    [InlineData("Evolve", "changelog", "id type version description name checksum installed_by installed_on success")]
    [InlineData("Liquibase", "databasechangelog", "id author filename dateexecuted orderexecuted exectype md5sum description comments tag liquibase contexts labels deployment_id")]
    [InlineData("Prisma", "_prisma_migrations", "id checksum finished_at migration_name logs rolled_back_at started_at applied_steps_count")]
    [InlineData("FluentMigrator", "VersionInfo", "Version AppliedOn Description")]
    [InlineData("DbUp", "SchemaVersions", "SchemaVersionID ScriptName Applied")]
    [InlineData("DbUp", "schemaversions", "schemaversionsid scriptname applied")]
    [InlineData("Alembic", "alembic_version", "version_num")]
    [InlineData("goose", "goose_db_version", "id version_id is_applied tstamp")]
    [InlineData("golang-migrate", "schema_migrations", "version dirty")]
    [InlineData("Ecto", "schema_migrations", "version inserted_at")]
    [InlineData("dbmate", "schema_migrations", "version")]
    [InlineData("Knex", "knex_migrations", "id name batch migration_time")]
    [InlineData("Laravel", "migrations", "id migration batch")]
    [InlineData("TypeORM", "migrations", "id timestamp name")]
    [InlineData("Django", "django_migrations", "id app name applied")]
    [InlineData("node-pg-migrate", "pgmigrations", "id name run_on")]
    [InlineData("Sequelize", "SequelizeMeta", "name")]
    public void A_history_is_known_by_its_table_and_columns(string tool, string table, string columns)
    {
        var found = Assert.Single(ForeignTableSearch.Find(Schema((table, columns), ("users", "id name batch")), "migrations", null));

        Assert.Equal(tool, found.Tool.Name);
        Assert.Equal(table, found.Table.Name.ToString());
    }

    [Fact]
    public void The_table_that_rails_keeps_beside_it_tells_its_history_from_that_of_dbmate()
    {
        var found = Assert.Single(ForeignTableSearch.Find(Schema(("schema_migrations", "version"), ("ar_internal_metadata", "key value")), "migrations", null));

        Assert.Equal("Rails", found.Tool.Name);
    }

    [Fact]
    public void A_table_in_the_place_of_godwit_s_history_is_known_by_its_columns_alone()
    {
        var found = Assert.Single(ForeignTableSearch.Find(Schema(("deployments", "installed_rank version script success")), "deployments", null));

        Assert.Equal("Flyway", found.Tool.Name);
    }

    [Theory]
    [InlineData("migrations", "id migration batch executed_at checksum state duration_ms applied_by godwit_version down_sql")]
    [InlineData("changelog", "id text written_at")]
    [InlineData("schema_migrations", "bird weight")]
    public void A_table_of_the_application_or_of_godwit_is_none(string table, string columns) =>
        Assert.Empty(ForeignTableSearch.Find(Schema((table, columns)), "migrations", null));

    [Fact]
    public void A_table_that_was_named_must_be_the_history_of_a_known_tool()
    {
        var schema = Schema(("rollouts", "version_id is_applied"), ("users", "id name"));

        Assert.Equal("goose", Assert.Single(ForeignTableSearch.Find(schema, "migrations", "rollouts")).Tool.Name);
        Assert.Equal(ErrorCode.ForeignHistory, Assert.Throws<GodwitException>(() => ForeignTableSearch.Find(schema, "migrations", "users")).Code);
        Assert.Equal(ErrorCode.UnknownObject, Assert.Throws<GodwitException>(() => ForeignTableSearch.Find(schema, "migrations", "user")).Code);
    }

    private static DatabaseSchema Schema(params (string Name, string Columns)[] tables) => new("postgresql")
    {
        Tables = tables.Select(table => new Table(table.Name)
        {
            Columns = table.Columns.Split(' ').Select(column => new Godwit.Schema.Column(column, new ColumnType.Integer())).ToValueList(),
        }).ToValueList(),
    };
}
