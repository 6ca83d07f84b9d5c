using Godwit;

/// <summary>Orders and their lines: foreign keys in the short and the long form, a key over two columns, a generated column.</summary>
[Migration]
public sealed class CreateOrdersTables : Migration
{
    public override void Up(SchemaBuilder schema)
    {
        schema.Create("orders", table =>
        {
            table.Id();
            table.ForeignId("customer_id").Constrained().RestrictOnDelete();
            table.Enum("state", "open", "paid", "shipped", "cancelled").Default("open");
            table.String("reference", 40).Nullable();
            table.Timestamp("placed_at").UseCurrent();
            table.Index("customer_id", "placed_at");
        });
        schema.Create("order_lines", table =>
        {
            table.UnsignedBigInteger("order_id");
            table.UnsignedBigInteger("product_id");
            table.Integer("quantity").Default(1);
            table.Integer("unit_cents");
            table.Integer("line_cents").StoredAs("quantity * unit_cents").Nullable();
            table.Primary("order_id", "product_id");
            table.Foreign("order_id").References("id").On("orders").CascadeOnDelete();
            table.Foreign("product_id").References("id").On("products").RestrictOnDelete();
            table.Check("quantity > 0", "order_lines_quantity_check");
        });
    }
}
