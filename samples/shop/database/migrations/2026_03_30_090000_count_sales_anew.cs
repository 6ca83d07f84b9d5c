using Godwit;

/// <summary>A view, a trigger and, on PostgreSQL, a function give way to others. Going back brings what was there before.</summary>
[Migration]
public sealed class CountSalesAnew : Migration
{
    public override void Up(SchemaBuilder schema)
    {
        schema.CreateView("sales", "SELECT product_id, sum(quantity) AS sold, sum(line_cents) AS cents FROM order_lines GROUP BY product_id").OrReplace();
        schema.DropTrigger("order_lines", "order_lines_take_from_stock");
        if (schema.IsPostgreSql)
        {
            schema.DropFunction("take_from_stock");
            schema.CreateFunction("lower_stock",
                """
                CREATE FUNCTION lower_stock() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    UPDATE products SET stock = greatest(0, stock - NEW.quantity) WHERE id = NEW.product_id;
                    RETURN NEW;
                END
                $$
                """);
        }

        schema.CreateTrigger("order_lines", "order_lines_lower_stock", new()
        {
            Sqlite = "CREATE TRIGGER order_lines_lower_stock AFTER INSERT ON order_lines BEGIN UPDATE products SET stock = max(0, stock - NEW.quantity) WHERE id = NEW.product_id; END",
            PostgreSql = "CREATE TRIGGER order_lines_lower_stock AFTER INSERT ON order_lines FOR EACH ROW EXECUTE FUNCTION lower_stock()",
            MySql = "CREATE TRIGGER order_lines_lower_stock AFTER INSERT ON order_lines FOR EACH ROW UPDATE products SET stock = greatest(stock, NEW.quantity) - NEW.quantity WHERE id = NEW.product_id",
        });
    }
}
