using Godwit;

/// <summary>Where a database can do more, it is asked for; where it cannot, the plain form does.</summary>
[Migration]
[DependsOn("fill_order_references")]
public sealed class IndexForGrowth : Migration
{
    public override void Up(SchemaBuilder schema)
    {
        schema.Table("orders", table =>
        {
            var index = table.Index("state", "placed_at").Name("orders_by_state");
            if (schema.IsPostgreSql) index.Concurrently();
        });
        if (schema.IsPostgreSql || schema.IsSqlite)
            schema.Table("orders", table => table.Index("placed_at").Where("state = 'open'").Name("orders_open"));
        schema.Table("products", table => table.RenameIndex("products_title_index", "products_by_title"));
    }
}
