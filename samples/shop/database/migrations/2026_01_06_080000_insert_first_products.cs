using Godwit;

/// <summary>Rows: inserted, changed and deleted as values, escaped for each database.</summary>
[Migration]
public sealed class InsertFirstProducts : Migration
{
    public override void Up(SchemaBuilder schema)
    {
        schema.Insert("products", [
            new { sku = "TEA-001", title = "Assam, \"second flush\"", price = 12.50m, stock = 40 },
            new { sku = "TEA-002", title = "Earl Grey; it's classic", price = 9.90m, stock = 120 },
            new { sku = "CUP-001", title = "Cup", price = 4.20m, stock = 15 },
        ]);
        schema.Insert("customers", new { name = "Ada Lovelace", email = "ada@example.com", tier = "gold" });
        schema.Update("products", new { title = "Cup, white" }, where: "sku = 'CUP-001'");
    }

    public override void Down(SchemaBuilder schema)
    {
        schema.DeleteAll("products");
        schema.DeleteAll("customers");
    }
}
