namespace Godwit.Specification.Operations;

/// <summary>
/// Every kind of change that a migration in C# can describe, each on tables that have more to lose than the change should touch.
/// </summary>
internal static partial class Scenarios
{
    private static readonly string[] PostgreSql = ["postgresql"];
    private static readonly string[] Servers = ["postgresql", "mysql", "mariadb"];
    private static readonly string[] MySql = ["mysql", "mariadb"];
    private static readonly string[] WithPartialIndexes = ["sqlite", "postgresql"];
    private static readonly string[] WithSequences = ["postgresql", "mariadb"];

    internal static readonly Scenario[] All =
    [
        .. Tables(), .. Options(), .. Columns(), .. Changes(), .. Generated(), .. Constraints(), .. Indexes(), .. Views(), .. Sequences(), .. Enums(), .. Routines(), .. Namespaces(), .. Rows(),
        .. Sql(),
    ];

    private static void Nothing(SchemaBuilder schema)
    {
    }

    // Columns, keys and indexes of every kind that all databases have, with rows that may not be lost.
    private static void Shop(SchemaBuilder schema)
    {
        schema.Create("customers", table =>
        {
            table.Id();
            table.String("name", 100);
            table.String("email", 200).Nullable().Unique();
            table.Integer("age").Default(18);
            table.Enum("tier", "bronze", "silver", "gold").Default("bronze");
            table.Boolean("active").Default(true);
            table.Decimal("credit", 10, 2).Default(0.00m);
            table.Timestamps();
            table.Check("age >= 0", "customers_age_check");
            table.Index("name", "age");
        });
        schema.Create("orders", table =>
        {
            table.Id();
            table.ForeignId("customer_id").Constrained().CascadeOnDelete();
            table.String("reference", 40).Default("none");
            table.Text("remark").Nullable();
            table.Index("reference");
        });
        schema.Insert("customers", [new { name = "Ada", email = "ada@example.com", age = 36 }, new { name = "Grace", email = (string?)null, age = 40 }]);
        schema.Insert("orders", new { customer_id = 1, reference = "A-1", remark = "it's \"quoted\"" });
    }

    private static IEnumerable<Scenario> Tables() =>
    [
        new("a table with a column of every type", Nothing, schema => schema.Create("things", table =>
        {
            table.Id();
            table.TinyInteger("tiny");
            table.SmallInteger("small");
            table.MediumInteger("medium");
            table.Integer("regular");
            table.BigInteger("big");
            table.UnsignedInteger("unsigned");
            table.Decimal("amount", 12, 3);
            table.Float("ratio");
            table.Double("weight");
            table.Boolean("flag");
            table.Char("code", 3);
            table.String("title", 120);
            table.TinyText("note");
            table.Text("body");
            table.MediumText("essay");
            table.LongText("book");
            table.Json("document");
            table.Jsonb("searchable");
            table.Date("day");
            table.Time("clock");
            table.DateTime("meeting");
            table.DateTimeTz("call");
            table.Timestamp("seen").Nullable();
            table.TimestampTz("heard").Nullable();
            table.Year("vintage");
            table.Binary("data");
            table.Uuid("key");
            table.Ulid("sortable");
            table.IpAddress("address");
            table.MacAddress("card");
            table.Enum("state", "draft", "published");
            table.RememberToken();
            table.SoftDeletes();
        })),
        new("defaults of every kind", Nothing, schema => schema.Create("defaults", table =>
        {
            table.Id();
            table.Integer("number").Default(-7);
            table.BigInteger("big").Default(9_007_199_254_740_993);
            table.Decimal("amount", 8, 2).Default(12.50m);
            table.Double("ratio").Default(0.5);
            table.Boolean("yes").Default(true);
            table.Boolean("no").Default(false);
            table.String("plain").Default("text");
            table.String("quoted").Default("it's a \"test\" with \\ and ;");
            table.String("empty").Default("");
            table.String("nothing").Nullable().Default(null);
            table.Date("day").Default(new DateOnly(2026, 2, 28));
            table.Timestamp("now").UseCurrent();
            table.DateTime("meeting").UseCurrent();
            table.Enum("state", "a", "b").Default("b");
        })),
        new("names that need quotes", Nothing, schema => schema.Create("order", table =>
        {
            table.Id("select");
            table.String("Group By");
            table.Integer("naïve ﬃ");
            table.String("she said hi").Index();
        })),
        new("a key over several columns", Nothing, schema => schema.Create("seats", table =>
        {
            table.String("hall", 20);
            table.Integer("number");
            table.Primary("hall", "number");
        })),
        new("tables that refer to themselves and each other", Nothing, schema =>
        {
            schema.Create("people", table =>
            {
                table.Id();
                table.ForeignId("parent_id").Nullable().Constrained("people").NullOnDelete();
            });
            schema.Create("pets", table =>
            {
                table.Id();
                table.ForeignId("owner_id").Constrained("people").CascadeOnDelete().CascadeOnUpdate();
                table.Foreign("second_owner_id").References("id").On("people").RestrictOnDelete();
                table.UnsignedBigInteger("second_owner_id");
            });
        }),
        new("dropping a table", Shop, schema => schema.Drop("orders")) { KeepsRows = false },
        new("renaming a table", Shop, schema => schema.Rename("customers", "clients")),
        new("comments", Shop, schema => schema.Table("customers", table => table.Comment("Who buys; it's them."))),
        new("generated columns", Nothing, schema => schema.Create("lines", table =>
        {
            table.Id();
            table.Integer("quantity");
            table.Integer("price");
            table.Integer("total").StoredAs("quantity * price").Nullable();
        })),
    ];

    private static IEnumerable<Scenario> Columns() =>
    [
        new("adding columns", Shop, schema => schema.Table("customers", table =>
        {
            table.String("phone", 30).Nullable();
            table.Integer("points").Default(0);
            table.Enum("language", "de", "en").Default("en");
        })),
        new("adding a column that is required and has a default", Shop, schema => schema.Table("orders", table => table.String("state", 20).Default("new").Index())),
        new("adding a column with a foreign key", Shop, schema => schema.Table("orders", table => table.ForeignId("seller_id").Nullable().Constrained("customers").NullOnDelete())),
        new("dropping a column", Shop, schema => schema.Table("orders", table => table.DropColumn("remark"))),
        new("dropping a column with an index", Shop, schema => schema.Table("orders", table => table.DropColumn("reference"))),
        new("dropping a column with a unique constraint", Shop, schema => schema.Table("customers", table => table.DropColumn("email"))),
        // a required column can only be given back to a table without rows
        new("dropping a column with a foreign key", schema =>
        {
            Shop(schema);
            schema.DeleteAll("orders");
        }, schema => schema.Table("orders", table => table.DropColumn("customer_id"))),
        new("dropping several columns", Shop, schema => schema.Table("customers", table => table.DropColumn("created_at", "updated_at", "credit"))),
        new("renaming a column", Shop, schema => schema.Table("orders", table => table.RenameColumn("reference", "number"))),
        new("renaming a column with a check", Shop, schema => schema.Table("customers", table => table.RenameColumn("age", "years"))),
        new("renaming a column that a foreign key is on", Shop, schema => schema.Table("orders", table => table.RenameColumn("customer_id", "client_id"))),
    ];

    private static IEnumerable<Scenario> Changes() =>
    [
        new("widening a text", Shop, schema => schema.Table("customers", table => table.String("name", 200).Change())),
        new("widening a text with a unique constraint and rows", Shop, schema => schema.Table("customers", table => table.String("email", 250).Change())),
        new("changing a number into a larger one", Shop, schema => schema.Table("customers", table => table.BigInteger("age").Change())),
        new("changing a default only", Shop, schema => schema.Table("customers", table => table.Change("age").Default(21))),
        new("taking a default away", Shop, schema => schema.Table("orders", table => table.Change("reference").NoDefault())),
        new("allowing NULL", Shop, schema => schema.Table("customers", table => table.Change("name").Nullable())),
        new("forbidding NULL", Shop, schema => schema.Table("orders", table => table.Change("remark").NotNull())),
        new("changing a text into a long one", schema => schema.Create("notes", table =>
        {
            table.Id();
            table.String("text", 100).Nullable();
        }), schema => schema.Table("notes", table => table.Text("text").Change())),
        new("adding a value to an enum", Shop, schema => schema.Table("customers", table => table.Enum("tier", "bronze", "silver", "gold", "platinum").Change())),
        new("several changes of one table", Shop, schema => schema.Table("customers", table =>
        {
            table.String("name", 150).Change();
            table.Change("age").Default(16);
            table.String("nickname", 50).Nullable();
            table.DropColumn("credit");
            table.RenameColumn("active", "is_active");
        })),
        new("a comment on a column", Shop, schema => schema.Table("customers", table => table.Change("email").Comment("Where it's sent"))),
    ];

    private static IEnumerable<Scenario> Options() =>
    [
        new("engine and character set", Nothing, schema => schema.Create("notes", table =>
        {
            table.Engine("InnoDB");
            table.Charset("latin1");
            table.Collation("latin1_german1_ci");
            table.Id();
            table.String("text").Charset("utf8mb4").Collation("utf8mb4_bin");
            table.Timestamp("changed").UseCurrent().UseCurrentOnUpdate();
        })) { On = MySql },
        new("another engine", Notes, schema => schema.Table("notes", table => table.Engine("MyISAM"))) { On = MySql },
        new("parameters of storage", Notes, schema => schema.Table("notes", table =>
        {
            table.With(schema.IsPostgreSql ? "fillfactor = 70" : "ROW_FORMAT = COMPRESSED");
            table.With(schema.IsPostgreSql ? "autovacuum_enabled = false" : "KEY_BLOCK_SIZE = 4");
        })) { On = Servers },
        new("other parameters of storage", schema =>
        {
            Notes(schema);
            schema.Table("notes", table => table.With(schema.IsPostgreSql ? "fillfactor = 70" : "ROW_FORMAT = DYNAMIC"));
        }, schema => schema.Table("notes", table => table.With(schema.IsPostgreSql ? "autovacuum_enabled = false" : "STATS_SAMPLE_PAGES = 30"))) { On = Servers },
        new("a table that is not logged", Notes, schema => schema.Table("notes", table => table.Unlogged())) { On = PostgreSql },
        new("the number that a table begins with", Shop, schema => schema.Table("customers", table => table.AutoIncrementFrom(500))),
        new("another comment", schema =>
        {
            Shop(schema);
            if (!schema.IsSqlite) schema.CommentOnTable("orders", "What they buy");
        }, schema => schema.CommentOnTable("orders", "What they bought")),
    ];

    private static void Notes(SchemaBuilder schema) => schema.Create("notes", table =>
    {
        table.Id();
        table.String("text");
    });

    private static IEnumerable<Scenario> Generated() =>
    [
        new("a column that is computed when it is read", Nothing, schema => schema.Create("lines", table =>
        {
            table.Id();
            table.Integer("quantity");
            table.Integer("doubled").VirtualAs("quantity * 2").Nullable();
        })) { On = ["sqlite", "mysql", "mariadb", "postgresql 18"] },
        new("adding a generated column", Shop, schema => schema.Table("customers", table => table.Integer("months").StoredAs("age * 12").Nullable())),
        new("dropping a generated column", Lines, schema => schema.Table("lines", table => table.DropColumn("total"))),
        new("another expression of a generated column", Lines, schema => schema.Table("lines", table => table.Change("total").StoredAs("quantity + price")))
        {
            On = ["sqlite", "mysql", "mariadb", "postgresql 17"],
        },
        // PostgreSQL cannot make a column a generated one
        new("a generated column that becomes an ordinary one", Lines, schema => schema.Table("lines", table => table.Change("total").NotGenerated()))
        {
            Undo = schema =>
            {
                schema.DropColumn("lines", "total");
                schema.Table("lines", table => table.Integer("total").StoredAs("quantity * price").Nullable());
            },
        },
        new("a key that begins to number the rows", Plain, schema => schema.Table("plain", table => table.Change("id").AutoIncrement())),
        new("a key that no longer numbers the rows", Notes, schema => schema.Table("notes", table => table.Change("id").NotIdentity())),
        new("numbers that only the database gives", Nothing, schema => schema.Create("tickets", table => table.BigInteger("id").GeneratedAs(start: 100, increment: 10).Always().Primary()))
        {
            On = PostgreSql,
        },
    ];

    private static void Lines(SchemaBuilder schema)
    {
        schema.Create("lines", table =>
        {
            table.Id();
            table.Integer("quantity");
            table.Integer("price");
            table.Integer("total").StoredAs("quantity * price").Nullable();
        });
        schema.Insert("lines", new { quantity = 2, price = 21 });
    }

    private static void Plain(SchemaBuilder schema)
    {
        schema.Create("plain", table =>
        {
            table.BigInteger("id").Primary();
            table.String("text");
        });
        schema.Insert("plain", new { id = 7, text = "seven" });
    }
}
