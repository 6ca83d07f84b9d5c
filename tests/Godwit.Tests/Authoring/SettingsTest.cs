using System.Reflection;
using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Authoring;

public sealed class SettingsTest
{
    [Fact]
    public void Lengths_and_precisions_that_are_not_said_follow_the_defaults()
    {
        var columns = Create(schema =>
        {
            schema.DefaultStringLength(191);
            schema.DefaultTimePrecision(3);
        }, table =>
        {
            table.String("a");
            table.Char("b");
            table.Timestamp("c");
            table.Time("d", 0);
            table.SoftDeletes();
        }).Columns;
        Assert.Equal(
            [new ColumnType.String(191), new ColumnType.Char(191), new ColumnType.Timestamp(3), new ColumnType.Time(), new ColumnType.Timestamp(3)],
            columns.Select(column => column.Type));
    }

    [Fact]
    public void Morphs_follow_the_default()
    {
        Assert.Equal(new ColumnType.Uuid(), Key(schema => schema.MorphUsingUuids()));
        Assert.Equal(new ColumnType.Ulid(), Key(schema => schema.MorphUsingUlids()));
        Assert.Equal(new ColumnType.Ulid(), Key(schema => schema.DefaultMorphKeyType(MorphKey.Ulid)));
        Assert.Equal(new ColumnType.Integer(IntegerSize.Big, true), Key(_ => { }));

        static ColumnType Key(Action<SchemaBuilder> set) => Create(set, table => table.Morphs("taggable")).Columns[1].Type;
    }

    [Fact]
    public void Defaults_are_possible()
    {
        Described.Error(schema => schema.DefaultStringLength(0));
        Described.Error(schema => schema.DefaultTimePrecision(7));
    }

    [Theory]
    [InlineData("sqlite", true, false, false, false)]
    [InlineData("postgresql", false, true, false, false)]
    [InlineData("mysql", false, false, true, false)]
    [InlineData("mariadb", false, false, false, true)]
    public void The_database_is_known_by_name(string product, bool isSqlite, bool isPostgreSql, bool isMySql, bool isMariaDb) =>
        Described.By(
            schema => Assert.Equal(
                (product, isSqlite, isPostgreSql, isMySql, isMariaDb),
                (schema.Product, schema.IsSqlite, schema.IsPostgreSql, schema.IsMySql, schema.IsMariaDb)),
            product);

    [Fact]
    public void A_down_that_is_left_out_is_derived()
    {
        var schema = new SchemaBuilder("sqlite", Described.File, null);
        new Attributed().Down(schema);
        Assert.True(schema.IsDerived);
    }

    [Fact]
    public void Attributes_say_what_a_migration_depends_on_and_where_it_belongs()
    {
        Assert.Equal(["001_create_users", "002_create_teams"], typeof(Attributed).GetCustomAttributes<DependsOnAttribute>().Select(attribute => attribute.Revision));
        Assert.Equal(["development", "staging"], typeof(Attributed).GetCustomAttribute<EnvironmentsAttribute>()!.Names);
        Assert.Equal(["v1.0", "beta"], typeof(Attributed).GetCustomAttributes<TagAttribute>().Select(attribute => attribute.Name));
    }

    private static Table Create(Action<SchemaBuilder> set, Action<CreateTableBlueprint> describe)
    {
        var operation = Assert.Single(Described.By(schema =>
        {
            set(schema);
            schema.Create("posts", describe);
        }));
        return Assert.IsType<Operations.CreateTable>(operation).Table;
    }

    [DependsOn("001_create_users")]
    [DependsOn("002_create_teams")]
    [Environments("development", "staging")]
    [Tag("v1.0")]
    [Tag("beta")]
    private sealed class Attributed : Migration
    {
        public override void Up(SchemaBuilder schema) => schema.Drop("posts");
    }
}
