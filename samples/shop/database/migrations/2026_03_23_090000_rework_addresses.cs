using Godwit;

/// <summary>A table gets another name; constraints and an index go, and others come. All of it is undone by itself.</summary>
[Migration]
public sealed class ReworkAddresses : Migration
{
    public override void Up(SchemaBuilder schema)
    {
        schema.Rename("delivery_addresses", "addresses");
        schema.Table("addresses", table =>
        {
            table.DropForeign("delivery_addresses_customer");
            table.DropUnique("delivery_addresses_once");
            table.DropCheck("delivery_addresses_country_check");
            table.DropIndex("delivery_addresses_city");
        });
        schema.Table("addresses", table =>
        {
            table.Foreign("customer_id").References("id").On("customers").RestrictOnDelete();
            table.Unique("customer_id", "street", "city");
            table.Check("country IN ('DE', 'AT', 'CH')", "addresses_country_check");
            table.Index("city", "street");
            table.Comment("Where parcels and letters go");
        });
    }
}
