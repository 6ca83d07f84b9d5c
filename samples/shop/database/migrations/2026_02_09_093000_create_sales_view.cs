using Godwit;

/// <summary>A view, and a trigger that each database writes in its own way.</summary>
[Migration]
public sealed class CreateSalesView : Migration
{
    public override void Up(SchemaBuilder schema)
    {
        schema.CreateView("sales", "SELECT product_id, sum(quantity) AS sold FROM order_lines GROUP BY product_id");
        if (schema.IsPostgreSql)
        {
            schema.CreateFunction("take_from_stock",
                """
                CREATE FUNCTION take_from_stock() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    UPDATE products SET stock = stock - NEW.quantity WHERE id = NEW.product_id;
                    RETURN NEW;
                END
                $$
                """);
        }

        schema.CreateTrigger("order_lines", "order_lines_take_from_stock", new()
        {
            Sqlite = "CREATE TRIGGER order_lines_take_from_stock AFTER INSERT ON order_lines BEGIN UPDATE products SET stock = stock - NEW.quantity WHERE id = NEW.product_id; END",
            PostgreSql = "CREATE TRIGGER order_lines_take_from_stock AFTER INSERT ON order_lines FOR EACH ROW EXECUTE FUNCTION take_from_stock()",
            MySql = "CREATE TRIGGER order_lines_take_from_stock AFTER INSERT ON order_lines FOR EACH ROW UPDATE products SET stock = stock - NEW.quantity WHERE id = NEW.product_id",
        });
    }
}
