using Godwit;

/// <summary>A large table is changed in ranges of its key, each in a transaction of its own; a run that is cut off goes on where it was.</summary>
[Migration]
public sealed class FillOrderReferences : Migration
{
    public override void Up(SchemaBuilder schema) => schema.Backfill(
        "orders", "reference = 'ORDER'", where: "reference IS NULL", batchSize: 5_000, pause: TimeSpan.FromMilliseconds(10));

    public override void Down(SchemaBuilder schema)
    {
        // The references may stay.
    }
}
