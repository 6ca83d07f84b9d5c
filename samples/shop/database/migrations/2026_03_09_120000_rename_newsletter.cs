using Godwit;

/// <summary>Plain SQL, with the SQL that undoes it; and what the schema says decides what is described.</summary>
[Migration]
public sealed class RenameNewsletter : Migration
{
    public override void Up(SchemaBuilder schema)
    {
        if (schema.HasColumn("customers", "newsletter"))
            schema.Table("customers", table => table.RenameColumn("newsletter", "wants_news"));
        schema.Sql("UPDATE products SET stock = stock + 1", down: "UPDATE products SET stock = stock - 1");
    }
}
