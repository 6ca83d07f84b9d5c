using Godwit;

/// <summary>Code: rows are read and written on the open connection, in the transaction of the migration, both ways.</summary>
[Migration]
public sealed class SplitCustomerNames : Migration
{
    public override void Up(SchemaBuilder schema)
    {
        schema.Table("customers", table =>
        {
            table.String("first_name", 100).Default("");
            table.String("last_name", 100).Default("");
        });
        schema.Run(async (database, cancellation) =>
        {
            var customers = await database.QueryAsync("SELECT id, name FROM customers", row => (Id: row.GetInt64(0), Name: row.GetString(1)), cancellation);
            foreach (var (id, name) in customers)
            {
                var parts = name.Split(' ', 2);
                await database.ExecuteAsync(
                    "UPDATE customers SET first_name = @p0, last_name = @p1 WHERE id = @p2", cancellation, parts[0], parts.Length > 1 ? parts[1] : "", id);
            }
        });
    }

    public override void Down(SchemaBuilder schema) => schema.Table("customers", table => table.DropColumn("first_name", "last_name"));
}
