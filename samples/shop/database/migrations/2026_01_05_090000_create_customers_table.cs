using Godwit;

/// <summary>Who buys. Without a Down: it is derived, and drops the table.</summary>
[Migration]
public sealed class CreateCustomersTable : Migration
{
    public override void Up(SchemaBuilder schema) => schema.Create("customers", table =>
    {
        table.Id();
        table.String("name", 200);
        table.String("email", 200).Unique();
        table.Enum("tier", "bronze", "silver", "gold").Default("bronze");
        table.Json("preferences").Nullable();
        table.Boolean("newsletter").Default(false);
        table.Decimal("credit", 10, 2).Default(0m);
        table.Timestamps();
        table.SoftDeletes();
        table.Check("credit >= 0", "customers_credit_check");
    });
}
