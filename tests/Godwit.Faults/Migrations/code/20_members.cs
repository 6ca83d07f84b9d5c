namespace Godwit.Faults.Migrations;

/// <summary>A table and its rows.</summary>
[Migration]
internal sealed class Members : Migration
{
    public override void Up(SchemaBuilder schema)
    {
        schema.Create("members", table =>
        {
            table.Id();
            table.String("name", 60).Index();
            table.Integer("points").Default(0);
            table.Integer("old").Nullable();
        });
        schema.Sql("INSERT INTO members (id, name) SELECT id, name FROM people", down: "");
    }
}
