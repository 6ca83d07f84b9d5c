namespace Godwit.Specification.Operations;

/// <content>Rows, SQL and code. None of them changes a schema; what undoes them is written.</content>
internal static partial class Scenarios
{
    private static IEnumerable<Scenario> Rows() =>
    [
        new("inserting rows", Shop, schema => schema.Insert("customers", [new { name = "Bob's \"x\" \\ ; 🦆", age = 1 }, new { name = "Eve", age = 2 }])) { Undo = schema => schema.Delete("customers", "age < 3") },
        new("updating rows", Shop, schema =>
        {
            schema.Update("customers", new { email = "it's@example.com", active = false }, where: "name = 'Grace'");
            schema.UpdateAll("orders", new { reference = Raw.Sql("lower(reference)") });
        })
        {
            Undo = schema =>
            {
                schema.Update("customers", new { email = (string?)null, active = true }, where: "name = 'Grace'");
                schema.UpdateAll("orders", new { reference = "A-1" });
            },
        },
        new("deleting rows", Shop, schema =>
        {
            schema.DeleteAll("orders");
            schema.Delete("customers", "name = 'Grace'");
        })
        {
            Undo = schema =>
            {
                schema.Insert("customers", new { id = 2, name = "Grace", age = 40 });
                schema.Insert("orders", new { id = 1, customer_id = 1, reference = "A-1", remark = "it's \"quoted\"" });
            },
        },
        new("a backfill", Shop, schema => schema.Backfill("customers", "email = name", where: "email IS NULL", batchSize: 1)),
    ];

    private static IEnumerable<Scenario> Sql() =>
    [
        new("SQL of each database", Shop, schema => schema.Sql(
            sqlite: "UPDATE customers SET age = age + 1; UPDATE orders SET reference = 'it''s; ' || reference",
            postgreSql: "UPDATE customers SET age = age + 1; UPDATE orders SET reference = $$it's; $$ || reference",
            mySql: "UPDATE customers SET age = age + 1; UPDATE orders SET reference = concat('it\\'s; ', reference)",
            down: "UPDATE customers SET age = age - 1; UPDATE orders SET reference = 'A-1'")),
        new("code both ways", Shop, schema => schema.Run(
            async (database, cancellation) => await database.ExecuteAsync("UPDATE customers SET age = age + 1 WHERE name = @p0", cancellation, "Ada"),
            undo: async (database, cancellation) => await database.ExecuteAsync("UPDATE customers SET age = age - 1 WHERE name = @p0", cancellation, "Ada"))),
        new("rows whose foreign keys are not checked meanwhile", Shop, schema => schema.WithoutForeignKeyConstraints(() =>
        {
            schema.Insert("orders", new { id = 50, customer_id = 50, reference = "first" });
            schema.Insert("customers", new { id = 50, name = "Zoe", age = 50 });
        }))
        {
            On = ["sqlite", .. MySql],
            Undo = schema => schema.Delete("customers", "id = 50"),
        },
    ];
}
