using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Authoring;

public sealed class FactsTest
{
    private static readonly DatabaseSchema Known = new("postgresql")
    {
        Tables =
        [
            new Table("users")
            {
                Columns = [new Column("id", new ColumnType.Native("bigint")), new Column("email", new ColumnType.Native("text")), new Column("team_id", new ColumnType.Native("bigint"))],
                PrimaryKey = new PrimaryKey("users_pkey", ["id"]),
                Uniques = [new UniqueConstraint("users_email_key", ["email"])],
                ForeignKeys = [new ForeignKey("users_team_id_fkey", ["team_id"], "teams", ["id"])],
                Indexes = [new TableIndex("users_by_team", [new IndexPart("team_id"), new IndexPart("email")]), new TableIndex("users_by_lower", [new IndexPart("lower(email)", IndexPartKind.Expression)])],
            },
        ],
        Views = [new View("active_users", "SELECT 1")],
        Sequences = [new Sequence("invoice_numbers")],
        Enums = [new EnumType("mood", ["sad", "ok"])],
        Schemas = ["audit"],
    };

    [Fact]
    public void A_question_asks_for_the_schema_and_is_answered_the_second_time()
    {
        Assert.Throws<SchemaNeededException>(() => Described.By(Describe));
        Assert.Empty(Described.By(Describe, "postgresql", Known));
        Assert.Single(Described.By(Describe, "postgresql", new DatabaseSchema("postgresql")));

        static void Describe(SchemaBuilder schema)
        {
            if (!schema.HasTable("users")) schema.Create("users", table => table.Id());
        }
    }

    [Fact]
    public void Without_a_question_no_schema_is_needed() => Assert.Single(Described.By(schema => schema.Drop("users")));

    [Fact]
    public void What_is_there_is_known() => Ask(schema =>
    {
        Assert.True(schema.HasTable("users"));
        Assert.False(schema.HasTable("audit.users"));
        Assert.True(schema.HasView("active_users"));
        Assert.False(schema.HasView("users"));
        Assert.True(schema.HasEnum("mood"));
        Assert.False(schema.HasEnum("moods"));
        Assert.True(schema.HasSequence("invoice_numbers"));
        Assert.False(schema.HasSequence("numbers"));
        Assert.True(schema.HasColumn("users", "email"));
        Assert.False(schema.HasColumn("users", "phone"));
        Assert.False(schema.HasColumn("posts", "email"));
        Assert.True(schema.HasColumns("users", "id", "email"));
        Assert.False(schema.HasColumns("users", "id", "phone"));
        Assert.False(schema.HasColumns("posts", "id"));
    });

    [Fact]
    public void Keys_and_indexes_are_known_by_name_and_by_columns() => Ask(schema =>
    {
        Assert.True(schema.HasIndex("users", "users_by_team"));
        Assert.True(schema.HasIndex("users", "users_email_key"));
        Assert.True(schema.HasIndex("users", "users_pkey"));
        Assert.False(schema.HasIndex("users", "nothing"));
        Assert.False(schema.HasIndex("posts", "users_by_team"));
        Assert.True(schema.HasIndex("users", ["team_id", "email"]));
        Assert.True(schema.HasIndex("users", ["email"]));
        Assert.True(schema.HasIndex("users", ["id"]));
        Assert.False(schema.HasIndex("users", ["email", "team_id"]));
        Assert.False(schema.HasIndex("users", ["lower(email)"]));
        Assert.False(schema.HasIndex("posts", ["id"]));
        Assert.True(schema.HasForeignKey("users", "users_team_id_fkey"));
        Assert.False(schema.HasForeignKey("users", "nothing"));
        Assert.True(schema.HasForeignKey("users", ["team_id"]));
        Assert.False(schema.HasForeignKey("users", ["id"]));
        Assert.False(schema.HasForeignKey("posts", ["id"]));
    });

    [Fact]
    public void What_is_there_can_be_listed() => Ask(schema =>
    {
        Assert.Equal(Known.Tables, schema.GetTables());
        Assert.Equal(["users"], schema.GetTableListing());
        Assert.Equal(Known.Views, schema.GetViews());
        Assert.Equal(Known.Enums, schema.GetTypes());
        Assert.Equal(["audit"], schema.GetSchemas());
        Assert.Equal(Known.Tables[0].Columns, schema.GetColumns("users"));
        Assert.Equal(["id", "email", "team_id"], schema.GetColumnListing("users"));
        Assert.Equal(new ColumnType.Native("text"), schema.GetColumnType("users", "email"));
        Assert.Equal(Known.Tables[0].Indexes, schema.GetIndexes("users"));
        Assert.Equal(["users_by_team", "users_by_lower"], schema.GetIndexListing("users"));
        Assert.Equal(Known.Tables[0].ForeignKeys, schema.GetForeignKeys("users"));
    });

    [Fact]
    public void What_was_described_before_counts() => Ask(schema =>
    {
        schema.Create("posts", table => table.String("title").Index());
        Assert.True(schema.HasColumn("posts", "title"));
        Assert.True(schema.HasIndex("posts", "posts_title_index"));
        schema.AddColumn("users").String("phone");
        Assert.True(schema.HasColumn("users", "phone"));
        schema.DropColumn("users", "email");
        Assert.False(schema.HasColumn("users", "email"));
        Assert.False(schema.HasIndex("users", "users_by_team"));
        schema.Rename("users", "people");
        Assert.False(schema.HasTable("users"));
        Assert.True(schema.HasTable("people"));
    });

    [Fact]
    public void A_change_can_depend_on_what_is_there() => Ask(schema =>
    {
        schema.WhenTableHasColumn("users", "email", table => table.DropColumn("email"), 1);
        schema.WhenTableHasColumn("users", "phone", table => table.DropColumn("phone"), 2);
        schema.WhenTableDoesntHaveColumn("users", "phone", table => table.String("phone"), 3);
        schema.WhenTableDoesntHaveColumn("users", "phone", table => table.String("phone"), 4);
        schema.WhenTableHasIndex("users", "users_pkey", table => table.DropPrimary(), 5);
        schema.WhenTableHasIndex("users", "users_pkey", table => table.DropPrimary(), 6);
        schema.WhenTableDoesntHaveIndex("users", "x", table => table.Index("id").Name("x"), 7);
        schema.WhenTableDoesntHaveIndex("users", "x", table => table.Index("id").Name("x"), 8);
        Assert.Equal([1, 3, 5, 7], schema.Operations.Select(operation => operation.Location!.Line));
    });

    [Fact]
    public void What_is_asked_of_a_table_that_is_not_there_names_the_nearest() => Ask(schema =>
    {
        var error = Assert.Throws<GodwitException>(() => schema.GetColumns("user"));
        Assert.Equal((ErrorCode.UnknownObject, "Did you mean users?"), (error.Code, error.Remedy));
        Assert.Throws<GodwitException>(() => schema.GetColumnType("users", "mail"));
    });

    [Fact]
    public void What_was_described_wrongly_before_a_question_has_its_place()
    {
        var error = Assert.Throws<GodwitException>(() => Described.By(
            schema =>
            {
                schema.DropColumn("users", "phone", 7);
                schema.HasTable("users");
            },
            "postgresql", Known));
        Assert.Equal((ErrorCode.UnknownObject, 7), (error.Code, error.Location!.Line));
    }

    private static void Ask(Action<SchemaBuilder> ask) => Described.By(ask, "postgresql", Known);
}
