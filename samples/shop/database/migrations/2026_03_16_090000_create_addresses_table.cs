using Godwit;

/// <summary>A table with a comment, numbers that begin at 1000, and names for its keys that are its author's own.</summary>
[Migration]
public sealed class CreateAddressesTable : Migration
{
    public override void Up(SchemaBuilder schema) => schema.Create("delivery_addresses", table =>
    {
        table.Comment("Where parcels go");
        table.AutoIncrementFrom(1000);
        table.Id();
        table.ForeignId("customer_id").Constrained(name: "delivery_addresses_customer").CascadeOnDelete();
        table.String("street", 200).Comment("With the number of the house");
        table.String("city", 100).Index("delivery_addresses_city");
        table.Char("country", 2).Default("DE");
        table.Unique("customer_id", "street").Name("delivery_addresses_once");
        table.Check("country <> ''", "delivery_addresses_country_check");
    });
}
