using Godwit.Schema;

namespace Godwit.Specification.Operations;

/// <summary>A description that somebody might write by mistake, or to see what happens.</summary>
/// <param name="Name">What is odd about it.</param>
/// <param name="Describe">The description.</param>
/// <param name="Codes">The errors it may end with: where no schema is needed, it is the database that finds out.</param>
internal sealed record BadDescription(string Name, Action<SchemaBuilder> Describe, params ErrorCode[] Codes)
{
    private static readonly string[] Everywhere = ["sqlite", "postgresql", "mysql", "mariadb"];
    private static readonly ObjectName Long = new(null, new string('x', 70));

    /// <summary>The databases that carry it out.</summary>
    internal IReadOnlyCollection<string> TakenOn { get; init; } = [];

    internal static readonly BadDescription[] All = [.. Columns(), .. Keys(), .. Names()];

    internal static void Things(SchemaBuilder schema)
    {
        schema.Create("things", table =>
        {
            table.Id();
            table.String("name", 40);
            table.Integer("number").Nullable();
        });
        schema.Insert("things", new { name = "one" });
    }

    private static IEnumerable<BadDescription> Columns() =>
    [
        new("an unknown column in an index of a new table", schema => schema.Create("new", table =>
        {
            table.Id();
            table.Index("nmae");
        }), ErrorCode.InvalidDefinition),
        new("an unknown column in an index", schema => schema.Table("things", table => table.Index("nmae")), ErrorCode.UnknownObject, ErrorCode.StatementFailed),
        new("an unknown column in a unique constraint", schema => schema.AddUnique("things", "nmae"), ErrorCode.UnknownObject, ErrorCode.StatementFailed),
        new("an unknown column in a foreign key", schema => schema.AddForeignKey("things", "thing_id").References("id").On("things"), ErrorCode.UnknownObject, ErrorCode.StatementFailed),
        new("an unknown column that is changed", schema => schema.Table("things", table => table.Change("nmae").Nullable()), ErrorCode.UnknownObject, ErrorCode.StatementFailed),
        new("an unknown table", schema => schema.Table("thigns", table => table.DropColumn("name")), ErrorCode.UnknownObject, ErrorCode.StatementFailed),
        new("a text as the default of a number", schema => schema.Create("new", table => table.Integer("number").Default("many")), ErrorCode.InvalidDefinition),
        new("a number as the default of a text", schema => schema.Table("things", table => table.String("more", 10).Default(5)), ErrorCode.InvalidDefinition),
        new("a default that is too long", schema => schema.Table("things", table => table.String("more", 3).Default("four")), ErrorCode.InvalidDefinition),
        new("a changed default of the wrong type", schema => schema.Table("things", table => table.Integer("number").Default(true).Change()), ErrorCode.InvalidDefinition),
    ];

    private static IEnumerable<BadDescription> Keys() =>
    [
        new("two primary keys in a new table", schema => schema.Create("new", table =>
        {
            table.String("code", 10).Primary();
            table.String("slug", 10).Primary();
        }), ErrorCode.InvalidDefinition),
        new("a second primary key", schema => schema.AddPrimaryKey("things", "name"), ErrorCode.ObjectExists, ErrorCode.StatementFailed),
        new("a second column of its name", schema => schema.Table("things", table => table.String("name", 10).Nullable()), ErrorCode.ObjectExists, ErrorCode.StatementFailed),
    ];

    private static IEnumerable<BadDescription> Names() =>
    [
        new("reserved words", schema => Named(schema, "select", "order", "index")) { TakenOn = Everywhere },
        new("quotes of every kind", schema => Named(schema, "a\"b'c`d[e]", "\"\"", "it's")) { TakenOn = Everywhere },
        // MySQL and MariaDB keep names in three bytes a character
        new("an emoji", schema => Named(schema, "ducks 🦆", "🎉", "🥚"), ErrorCode.InvalidIdentifier) { TakenOn = ["sqlite", "postgresql"] },
        new("a table's name of 70 characters", schema => schema.Create(Long, table => table.Id()), ErrorCode.InvalidIdentifier) { TakenOn = ["sqlite"] },
        new("a column's name of 70 characters", schema => schema.Table("things", table => table.Integer(Long.Name).Nullable()), ErrorCode.InvalidIdentifier) { TakenOn = ["sqlite"] },
        new("an index's name of 70 characters", schema => schema.Table("things", table => table.Index("name").Name(Long.Name)), ErrorCode.InvalidIdentifier) { TakenOn = ["sqlite"] },
        new("another name of 70 characters", schema => schema.Rename("things", Long), ErrorCode.InvalidIdentifier) { TakenOn = ["sqlite"] },
        new("a name made of others that is too long", schema => schema.Table("things", table =>
        {
            table.Integer(Long.Name[..60]).Nullable().Index();
        }), ErrorCode.InvalidIdentifier) { TakenOn = ["sqlite"] },
        new("a null byte in a table's name", schema => schema.Create("a\0b", table => table.Id()), ErrorCode.InvalidIdentifier),
        new("a null byte in a column's name", schema => schema.Table("things", table => table.Integer("a\0b").Nullable()), ErrorCode.InvalidIdentifier),
        new("a null byte in another name", schema => schema.RenameColumn("things", "name", "a\0b"), ErrorCode.InvalidIdentifier),
        new("a null byte in SQL", schema => schema.Sql("UPDATE things SET name = 'a\0b'", down: "UPDATE things SET name = 'one'"), ErrorCode.InvalidDefinition, ErrorCode.NotSupported, ErrorCode.StatementFailed)
        {
            TakenOn = ["mysql", "mariadb"],
        },
    ];

    private static void Named(SchemaBuilder schema, string table, string column, string index)
    {
        schema.Create(new ObjectName(null, table), it =>
        {
            it.Id();
            it.String(column, 40).Default(column);
            it.Index(column).Name(index);
        });
    }
}
