namespace Godwit.Specification.Operations;

/// <summary>
/// Every kind of change that a migration in C# can describe, each on tables that have more to lose than the change should touch.
/// </summary>
internal static class Scenarios
{
    private static readonly string[] PostgreSql = ["postgresql"];
    private static readonly string[] Servers = ["postgresql", "mysql", "mariadb"];
    private static readonly string[] MySql = ["mysql", "mariadb"];
    private static readonly string[] WithPartialIndexes = ["sqlite", "postgresql"];

    internal static readonly Scenario[] All = [.. Tables(), .. Columns(), .. Changes(), .. Constraints(), .. Indexes(), .. Others()];

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

    private static IEnumerable<Scenario> Constraints() =>
    [
        new("adding a unique constraint", Shop, schema => schema.Table("orders", table => table.Unique("customer_id", "reference"))),
        new("dropping a unique constraint", Shop, schema => schema.Table("customers", table => table.DropUnique(["email"]))),
        new("adding a foreign key", Shop, schema =>
        {
            schema.Table("orders", table => table.UnsignedBigInteger("seller_id").Nullable());
            schema.Table("orders", table => table.Foreign("seller_id").References("id").On("customers").NullOnDelete());
        }),
        new("dropping a foreign key", Shop, schema => schema.Table("orders", table => table.DropForeign(["customer_id"]))),
        new("adding a check", Shop, schema => schema.Table("customers", table => table.Check("age < 150", "customers_old_check"))),
        new("dropping a check", Shop, schema => schema.Table("customers", table => table.DropCheck("customers_age_check"))),
        new("dropping a primary key and adding another", schema => schema.Create("seats", table =>
        {
            table.String("hall", 20);
            table.Integer("number");
            table.Integer("floor");
            table.Primary("hall", "number");
        }), schema =>
        {
            schema.Table("seats", table => table.DropPrimary());
            schema.Table("seats", table => table.Primary("floor", "hall", "number"));
        }),
        new("a foreign key that is checked when the transaction ends", Nothing, schema =>
        {
            schema.Create("a", table => table.Id());
            schema.Create("b", table =>
            {
                table.Id();
                table.ForeignId("a_id").Constrained("a").InitiallyDeferred();
            });
        }) { On = WithPartialIndexes },
        new("a foreign key that is validated later", Shop, schema =>
        {
            schema.Table("orders", table => table.UnsignedBigInteger("seller_id").Nullable());
            schema.Table("orders", table => table.Foreign("seller_id").References("id").On("customers").NotValid().Name("orders_seller"));
            schema.ValidateConstraint("orders", "orders_seller");
        }) { On = PostgreSql },
    ];

    private static IEnumerable<Scenario> Indexes() =>
    [
        new("an index over several columns, one of them descending", Shop, schema =>
            schema.Table("orders", table => table.Index("reference").Column("customer_id", part => part.Descending()).Name("orders_newest"))),
        new("a partial index", Shop, schema => schema.Table("customers", table => table.Index("email").Where("active = true").Name("customers_active_email"))) { On = WithPartialIndexes },
        new("a partial index of numbers", Shop, schema => schema.Table("customers", table => table.Index("email").Where("age > 17").Name("customers_adult_email"))) { On = WithPartialIndexes },
        new("an index over an expression", Shop, schema => schema.Table("customers", table => table.Index().Expression("abs(age)").Name("customers_absolute_age"))) { On = [.. WithPartialIndexes, "mysql"] },
        new("a covering index", Shop, schema => schema.Table("customers", table => table.Index("email").Include("name"))) { On = PostgreSql },
        new("an index that is built without blocking", Shop, schema => schema.Table("customers", table => table.Index("email").Concurrently())) { On = PostgreSql },
        new("a unique index", Shop, schema => schema.Table("orders", table => table.UniqueIndex("reference"))),
        new("a full-text index", Shop, schema => schema.Table("orders", table => table.FullText("remark"))) { On = Servers },
        new("dropping an index", Shop, schema => schema.Table("orders", table => table.DropIndex("orders_reference_index"))),
        new("dropping an index by its columns", Shop, schema => schema.Table("customers", table => table.DropIndex(["name", "age"]))),
        new("renaming an index", Shop, schema => schema.Table("orders", table => table.RenameIndex("orders_reference_index", "orders_by_reference"))),
    ];

    private static IEnumerable<Scenario> Others() =>
    [
        new("a view", Shop, schema => schema.CreateView("adults", "SELECT name FROM customers WHERE age > 17")),
        new("dropping a view", schema =>
        {
            Shop(schema);
            schema.CreateView("adults", "SELECT name FROM customers WHERE age > 17");
        }, schema => schema.DropView("adults")),
        new("a materialised view", Shop, schema => schema.CreateMaterializedView("adults", "SELECT name FROM customers WHERE age > 17")) { On = PostgreSql },
        new("a sequence", Nothing, schema => schema.CreateSequence("numbers").Start(100).Increment(5)) { On = [.. PostgreSql, "mariadb"] },
        new("an enumerated type and a column of it", Nothing, schema =>
        {
            schema.CreateEnum("mood", ["sad", "happy"]);
            schema.Create("people", table =>
            {
                table.Id();
                table.NativeEnum("mood", "mood").Default("happy");
            });
        }) { On = PostgreSql },
        new("engine and character set", Nothing, schema => schema.Create("notes", table =>
        {
            table.Engine("InnoDB");
            table.Charset("latin1");
            table.Collation("latin1_german1_ci");
            table.Id();
            table.String("text").Charset("utf8mb4").Collation("utf8mb4_bin");
            table.Timestamp("changed").UseCurrent().UseCurrentOnUpdate();
        })) { On = MySql },
    ];
}
