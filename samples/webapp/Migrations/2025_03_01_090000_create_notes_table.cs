using Godwit;

namespace Sample.Migrations;

[Migration]
public sealed class CreateNotesTable : Migration
{
    public override void Up(SchemaBuilder schema) => schema.Create("notes", table =>
    {
        table.Id();
        table.String("text", 500);
    });
}
