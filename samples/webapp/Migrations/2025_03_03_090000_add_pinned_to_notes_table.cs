using Godwit;

namespace Sample.Migrations;

[Migration]
public sealed class AddPinnedToNotesTable : Migration
{
    public override void Up(SchemaBuilder schema) => schema.Table("notes", table => table.Boolean("pinned").Default(false).Index());
}
