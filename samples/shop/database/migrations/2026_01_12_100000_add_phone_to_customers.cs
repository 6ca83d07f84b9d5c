using Godwit;

/// <summary>New columns on a table that has rows, and an index of those that matter.</summary>
[Migration]
public sealed class AddPhoneToCustomers : Migration
{
    public override void Up(SchemaBuilder schema) => schema.Table("customers", table =>
    {
        table.String("phone", 30).Nullable().After("email");
        table.String("language", 5).Default("en").Index();
    });
}
