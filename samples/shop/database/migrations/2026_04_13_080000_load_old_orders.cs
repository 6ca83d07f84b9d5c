using Godwit;

/// <summary>
/// Rows in an order in which foreign keys would not let them come. PostgreSQL does not let a migration switch them off; there they come in
/// the right order.
/// </summary>
[Migration]
public sealed class LoadOldOrders : Migration
{
    public override void Up(SchemaBuilder schema)
    {
        if (schema.IsPostgreSql)
        {
            LoadCustomer(schema);
            LoadOrder(schema);
            return;
        }

        schema.WithoutForeignKeyConstraints(() =>
        {
            LoadOrder(schema);
            LoadCustomer(schema);
        });
    }

    public override void Down(SchemaBuilder schema)
    {
        schema.Delete("orders", "id = 9000");
        schema.Delete("customers", "id = 9000");
    }

    private static void LoadCustomer(SchemaBuilder schema) =>
        schema.Insert("customers", new { id = 9000, name = "Charles Babbage", email = "charles@example.com", first_name = "Charles", last_name = "Babbage" });

    private static void LoadOrder(SchemaBuilder schema) => schema.Insert("orders", new { id = 9000, customer_id = 9000, state = "shipped", reference = "OLD-1" });
}
