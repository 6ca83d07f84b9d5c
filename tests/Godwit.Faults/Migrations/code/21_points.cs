namespace Godwit.Faults.Migrations;

/// <summary>Rows changed in ranges between two that are changed by code: whatever is done twice shows.</summary>
[Migration]
internal sealed class Points : Migration
{
    public override void Up(SchemaBuilder schema)
    {
        schema.Run((database, cancellation) => database.ExecuteAsync("UPDATE counter SET n = n * 2 + 21 WHERE id = 6", cancellation));
        schema.Backfill("members", "points = points * 2 + 1", batchSize: 40);
        schema.Run((database, cancellation) => database.ExecuteAsync("UPDATE counter SET n = n * 3 + 1 WHERE id = 6", cancellation));
    }
}
