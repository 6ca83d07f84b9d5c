using Godwit;

/// <summary>A column goes, and its check with it. Going back brings both again; what the column held is gone, which is said.</summary>
[Migration]
public sealed class DropCreditOfCustomers : Migration
{
    public override void Up(SchemaBuilder schema) => schema.Table("customers", table => table.DropColumn("credit"));
}
