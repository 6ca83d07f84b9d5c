using Godwit;

/// <summary>What is sold: with its way back written out, which a person may read before it is needed.</summary>
[Migration]
public sealed class CreateProductsTable : Migration
{
    public override void Up(SchemaBuilder schema) => schema.Create("products", table =>
    {
        table.Id();
        table.String("sku", 32).Unique();
        table.String("title", 200).Index();
        table.Text("description").Nullable();
        table.Decimal("price", 10, 2);
        table.UnsignedInteger("stock").Default(0);
        table.Date("available_from").Nullable();
        table.Timestamps();
        table.Check("price >= 0", "products_price_check");
    });

    public override void Down(SchemaBuilder schema) => schema.Drop("products");
}
