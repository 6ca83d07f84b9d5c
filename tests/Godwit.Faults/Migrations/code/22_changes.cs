namespace Godwit.Faults.Migrations;

/// <summary>Changes of a table with rows: SQLite rebuilds it, MariaDB commits each.</summary>
[Migration]
internal sealed class Changes : Migration
{
    public override void Up(SchemaBuilder schema)
    {
        schema.Table("members", table =>
        {
            table.String("name", 120).Nullable().Change();
            table.Integer("level").Default(3);
            table.RenameColumn("points", "score");
            table.DropColumn("old");
            table.Unique("name", "id");
        });
        schema.Create("badges", table =>
        {
            table.Id();
            table.ForeignId("member_id").Constrained().CascadeOnDelete();
            table.String("label", 30);
        });
        schema.Sql("INSERT INTO badges (id, member_id, label) SELECT id, id, name FROM members WHERE id <= 30", down: "");
        schema.AlterColumn("badges", "label").Nullable();
    }
}
