using Godwit;

/// <summary>
/// Changing what is there. What is not mentioned stays: the index on title, the check on price. Going back gives each column its old
/// definition, which was read before the change.
/// </summary>
[Migration]
public sealed class WidenProductTitles : Migration
{
    public override void Up(SchemaBuilder schema) => schema.Table("products", table =>
    {
        table.String("title", 300).Change();
        table.Change("stock").Default(1);
        table.RenameColumn("available_from", "on_sale_from");
    });
}
