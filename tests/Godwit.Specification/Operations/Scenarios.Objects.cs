using Godwit.Operations;

namespace Godwit.Specification.Operations;

/// <content>What stands beside tables: views, sequences, types, routines, triggers, schemas, extensions.</content>
internal static partial class Scenarios
{
    private const string Adults = "SELECT name FROM customers WHERE age > 17";

    // The last text is for databases that have no routines: they refuse it, whatever it says.
    private static readonly DialectText Twice = new()
    {
        PostgreSql = "CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n * 2; -- it''s'",
        MySql = "CREATE FUNCTION twice(n int) RETURNS int DETERMINISTIC RETURN n * 2",
        Any = "CREATE FUNCTION twice",
    };

    private static readonly DialectText Tidy = new()
    {
        PostgreSql = "CREATE PROCEDURE tidy(smallest integer) LANGUAGE plpgsql AS $$ BEGIN DELETE FROM orders WHERE id < smallest; DELETE FROM customers WHERE age < 0; END $$",
        MySql = "CREATE PROCEDURE tidy(IN smallest int) BEGIN DELETE FROM orders WHERE id < smallest; DELETE FROM customers WHERE age < 0; END",
        Any = "CREATE PROCEDURE tidy",
    };

    private static readonly DialectText Headcount = new()
    {
        PostgreSql = "CREATE FUNCTION headcount() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM customers'",
        MySql = "CREATE FUNCTION headcount() RETURNS bigint READS SQL DATA RETURN (SELECT count(*) FROM customers)",
        Any = "CREATE FUNCTION headcount",
    };

    private static readonly DialectText Marking = new()
    {
        Sqlite = "CREATE TRIGGER orders_mark AFTER INSERT ON orders WHEN NEW.remark IS NULL BEGIN UPDATE orders SET remark = 'none; yet' WHERE id = NEW.id; END",
        PostgreSql = "CREATE TRIGGER orders_mark BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION mark()",
        MySql = "CREATE TRIGGER orders_mark BEFORE INSERT ON orders FOR EACH ROW BEGIN SET NEW.remark = coalesce(NEW.remark, 'none; yet'); END",
    };

    private static IEnumerable<Scenario> Views() =>
    [
        new("a view", Shop, schema => schema.CreateView("adults", Adults)),
        new("a view with names of its own for its columns", Shop, schema => schema.CreateView("adults", "SELECT id, name FROM customers").Columns("number", "called")),
        new("a view in the place of another", schema =>
        {
            Shop(schema);
            schema.CreateView("adults", Adults);
        }, schema => schema.CreateView("adults", "SELECT name, age FROM customers WHERE age > 20").OrReplace()),
        new("dropping a view", schema =>
        {
            Shop(schema);
            schema.CreateView("adults", Adults);
        }, schema => schema.DropView("adults")),
        new("dropping views after what they speak of was renamed", schema =>
        {
            Shop(schema);
            schema.CreateView("adults", Adults);
            schema.CreateView("grown", "SELECT name AS called FROM adults");
        }, schema =>
        {
            schema.Rename("customers", "clients");
            schema.Table("clients", table => table.RenameColumn("age", "years"));
            schema.DropView("grown");
            schema.DropView("adults");
        }),
        new("a view in the place of another after its table was renamed", schema =>
        {
            Shop(schema);
            schema.CreateView("adults", Adults);
        }, schema =>
        {
            schema.Rename("customers", "clients");
            schema.CreateView("adults", "SELECT name, age FROM clients WHERE age > 20").OrReplace();
        }),
        new("a view that comes and goes after a table was renamed", Shop, schema =>
        {
            schema.Rename("customers", "clients");
            schema.CreateView("adults", "SELECT name FROM clients WHERE age > 17");
            schema.DropView("adults");
        }),
        new("a materialised view", Shop, schema => schema.CreateMaterializedView("adults", Adults)) { On = PostgreSql },
        new("an index of a materialised view", Materialized, schema =>
        {
            schema.DropIndex("adults", "adults_name");
            schema.AddIndex("adults", "name").Name("adults_by_name");
        }) { On = PostgreSql },
        new("refreshing a materialised view", Materialized, schema =>
        {
            schema.RefreshMaterializedView("adults");
            schema.RefreshMaterializedViewConcurrently("adults");
        }) { On = PostgreSql },
        new("dropping a materialised view", Materialized, schema => schema.DropMaterializedView("adults")) { On = PostgreSql },
    ];

    private static void Materialized(SchemaBuilder schema)
    {
        Shop(schema);
        schema.CreateMaterializedView("adults", Adults);
        schema.AddUniqueIndex("adults", "name").Name("adults_name");
    }

    private static IEnumerable<Scenario> Sequences() =>
    [
        new("a sequence", Nothing, schema => schema.CreateSequence("numbers").Start(100).Increment(5)) { On = WithSequences },
        new("changing a sequence", schema => schema.CreateSequence("numbers"), schema => schema.AlterSequence("numbers").Increment(3).Minimum(0).Maximum(3000).Cache(5).Cycle().Restart(12))
        {
            On = WithSequences,
        },
        new("changing a sequence that has settings", schema => schema.CreateSequence("numbers").Start(100).Increment(5).Maximum(1000).Cache(3), schema => schema.AlterSequence("numbers").Increment(-1).Start(50))
        {
            On = WithSequences,
        },
        new("a sequence that comes to belong to a column", schema =>
        {
            Shop(schema);
            schema.CreateSequence("numbers");
        }, schema => schema.AlterSequence("numbers").OwnedBy("orders", "id")) { On = PostgreSql },
        new("dropping a sequence", schema => schema.CreateSequence("numbers").Start(100).Increment(5).Maximum(1000).Cycle(), schema => schema.DropSequence("numbers")) { On = WithSequences },
    ];

    private static IEnumerable<Scenario> Enums() =>
    [
        new("an enumerated type and a column of it", Nothing, schema =>
        {
            schema.CreateEnum("mood", ["sad", "happy"]);
            schema.Create("people", table =>
            {
                table.Id();
                table.NativeEnum("mood", "mood").Default("happy");
            });
        }) { On = PostgreSql },
        new("values of an enumerated type in their places", Mood, schema =>
        {
            schema.AddEnumValue("mood", "content").Before("happy");
            schema.AddEnumValue("mood", "it's great");
            schema.AddEnumValue("mood", "happy").IfNotExists();
        })
        {
            On = PostgreSql,
            // a value stays in its type as long as that is there
            Undo = schema =>
            {
                schema.DropEnum("mood");
                Mood(schema);
            },
        },
        new("another name for a value of an enumerated type", schema =>
        {
            Mood(schema);
            schema.Create("people", table => table.NativeEnum("mood", "mood").Default("happy"));
            schema.Insert("people", new { mood = "sad" });
        }, schema => schema.RenameEnumValue("mood", "sad", "it's sad")) { On = PostgreSql },
        new("dropping a view after a value that it speaks of was renamed", schema =>
        {
            Mood(schema);
            schema.Create("people", table => table.NativeEnum("mood", "mood").Default("happy"));
            schema.CreateView("unhappy", "SELECT mood FROM people WHERE mood = 'sad'");
        }, schema =>
        {
            schema.RenameEnumValue("mood", "sad", "it's sad");
            schema.DropView("unhappy");
        }) { On = PostgreSql },
        new("dropping an enumerated type", Mood, schema => schema.DropEnum("mood")) { On = PostgreSql },
    ];

    private static void Mood(SchemaBuilder schema) => schema.CreateEnum("mood", ["sad", "happy"]);

    private static IEnumerable<Scenario> Routines() =>
    [
        new("a function", Nothing, schema => schema.CreateFunction("twice", Twice)) { On = Servers },
        new("a procedure", Shop, schema => schema.CreateProcedure("tidy", Tidy)) { On = Servers },
        new("dropping a function and a procedure", schema =>
        {
            Shop(schema);
            schema.CreateFunction("twice", Twice);
            schema.CreateProcedure("tidy", Tidy);
        }, schema =>
        {
            schema.DropFunction("twice");
            schema.DropProcedure("tidy");
        }) { On = Servers },
        new("a trigger", ReadyToMark, schema => schema.CreateTrigger("orders", "orders_mark", Marking)),
        new("dropping a trigger", Marked, schema => schema.DropTrigger("orders", "orders_mark")),
        new("dropping a table with a trigger", Marked, schema => schema.Drop("orders")) { KeepsRows = false },
        new("dropping a trigger after its table was renamed", Marked, schema =>
        {
            schema.Rename("orders", "purchases");
            schema.DropTrigger("purchases", "orders_mark");
        }),
        new("dropping a table with a trigger after it was renamed", Marked, schema =>
        {
            schema.Rename("orders", "purchases");
            schema.Drop("purchases");
        }) { KeepsRows = false },
        new("dropping a function after the table that it reads was renamed", schema =>
        {
            Shop(schema);
            schema.CreateFunction("headcount", Headcount);
        }, schema =>
        {
            schema.Rename("customers", "clients");
            schema.DropFunction("headcount");
        }) { On = Servers },
        new("changing a column of a table with a trigger", Marked, schema => schema.Table("orders", table =>
        {
            table.Change("reference").Default("open");
            table.DropColumn("customer_id");
        })) { Undo = schema => schema.Table("orders", table =>
        {
            table.Change("reference").Default("none");
            table.ForeignId("customer_id").Default(1).Constrained().CascadeOnDelete();
            table.Change("customer_id").NoDefault();
        }) },
    ];

    private static void ReadyToMark(SchemaBuilder schema)
    {
        Shop(schema);
        if (!schema.IsPostgreSql) return;
        schema.CreateFunction("mark", "CREATE FUNCTION mark() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.remark := coalesce(NEW.remark, 'none; yet'); RETURN NEW; END $$");
    }

    private static void Marked(SchemaBuilder schema)
    {
        ReadyToMark(schema);
        schema.CreateTrigger("orders", "orders_mark", Marking);
    }

    private static IEnumerable<Scenario> Namespaces() =>
    [
        new("a schema with a table in it", Nothing, AuditTable) { On = PostgreSql, Schemas = ["audit"] },
        new("dropping a schema", schema => schema.CreateSchema("audit"), schema => schema.DropSchema("audit")) { On = PostgreSql, Schemas = ["audit"] },
        new("changing a table of another schema", Audit, schema =>
        {
            schema.Table("audit.log", table =>
            {
                table.Change("line").Default("nothing");
                table.String("who", 40).Nullable().Index();
                table.DropColumn("level");
            });
            schema.RenameColumn("audit.log", "line", "text");
        }) { On = PostgreSql, Schemas = ["audit"] },
        new("moving a table into another schema", schema =>
        {
            schema.CreateSchema("audit");
            LogTable(schema, "log");
            schema.Insert("log", new { line = "it's the first" });
        }, schema => schema.Rename("log", "audit.entries")) { On = PostgreSql, Schemas = ["audit"] },
        new("moving a table into the current schema", Audit, schema => schema.Rename("audit.log", "log")) { On = PostgreSql, Schemas = ["audit"] },
        new("dropping a table of another schema", Audit, schema => schema.Drop("audit.log")) { On = PostgreSql, Schemas = ["audit"], KeepsRows = false },
        new("an extension", Nothing, schema => schema.CreateExtension("citext")) { On = PostgreSql },
        new("dropping an extension", schema => schema.CreateExtension("citext"), schema => schema.DropExtension("citext")) { On = PostgreSql },
    ];

    private static void Audit(SchemaBuilder schema)
    {
        AuditTable(schema);
        schema.Insert("audit.log", new { line = "it's the first" });
    }

    private static void AuditTable(SchemaBuilder schema)
    {
        schema.CreateSchema("audit");
        LogTable(schema, "audit.log");
    }

    private static void LogTable(SchemaBuilder schema, string name) => schema.Create(name, table =>
    {
        table.Id();
        table.String("line", 200).Unique();
        table.Enum("level", "low", "high").Default("low").Index();
        table.Comment("What was done");
    });
}
