using static Godwit.Cli.Tests.Guide.BuilderSample;

namespace Godwit.Cli.Tests.Guide;

/// <summary>What the guide to the schema builder shows the SQL of, in its order.</summary>
internal static class BuilderSamples
{
    internal static readonly (string Title, BuilderSample[] Samples)[] All =
    [
        ("Column types", [.. Numbers(), .. Texts(), .. Times(), .. Others()]),
        ("Column modifiers", [.. Modifiers()]),
        ("Tables", [.. Tables()]),
        ("Changes of a table", [.. Changes()]),
        ("Keys, indexes and checks", [.. Keys()]),
        ("The schema", [.. Objects()]),
    ];

    /// <summary>What is there before the words that change something.</summary>
    internal static void Before(SchemaBuilder schema)
    {
        schema.Create("users", table => table.Id());
        schema.Create("posts", table =>
        {
            table.Id();
            table.UnsignedBigInteger("user_id");
            table.String("title", 100).Default("none").Index();
            table.Text("body").Nullable();
            table.String("slug", 100).Unique();
            table.Integer("votes");
            table.Foreign("user_id").References("id").On("users");
            table.Check("votes >= 0", "posts_votes_check");
        });
        schema.CreateView("voted", "SELECT id FROM posts WHERE votes > 0");
    }

    private static IEnumerable<BuilderSample> Numbers() =>
    [
        Create(table => table.Id()), Create(table => table.Increments("c")), Create(table => table.MediumIncrements("c")),
        Create(table => table.SmallIncrements("c")), Create(table => table.TinyIncrements("c")),
        Create(table => table.Integer("c")), Create(table => table.BigInteger("c")), Create(table => table.MediumInteger("c")),
        Create(table => table.SmallInteger("c")), Create(table => table.TinyInteger("c")), Create(table => table.UnsignedInteger("c")),
        Create(table => table.UnsignedBigInteger("c")), Create(table => table.ForeignId("c")), Create(table => table.ForeignUuid("c")),
        Create(table => table.ForeignUlid("c")), Create(table => table.Float("c", 24)), Create(table => table.Float("c")), Create(table => table.Double("c")),
        Create(table => table.Decimal("c", 10, 2)), Create(table => table.Boolean("c")),
    ];

    private static IEnumerable<BuilderSample> Texts() =>
    [
        Create(table => table.Char("c", 3)), Create(table => table.String("c")), Create(table => table.String("c", 100)), Create(table => table.TinyText("c")),
        Create(table => table.Text("c")), Create(table => table.MediumText("c")), Create(table => table.LongText("c")),
        Create(table => table.Enum("c", "a", "b")), Create(table => table.Set("c", "a", "b")), Create(table => table.NativeEnum("c", "mood")),
        Create(table => table.Json("c")), Create(table => table.Jsonb("c")), Create(table => table.RememberToken()), Create(table => table.Tsvector("c")),
    ];

    private static IEnumerable<BuilderSample> Times() =>
    [
        Create(table => table.Date("c")), Create(table => table.DateTime("c")), Create(table => table.DateTime("c", 3)), Create(table => table.DateTimeTz("c")),
        Create(table => table.Time("c")), Create(table => table.TimeTz("c")), Create(table => table.Timestamp("c")), Create(table => table.TimestampTz("c")),
        Create(table => table.Timestamps()), Create(table => table.TimestampsTz()), Create(table => table.SoftDeletes()), Create(table => table.Year("c")),
    ];

    private static IEnumerable<BuilderSample> Others() =>
    [
        Create(table => table.Binary("c")), Create(table => table.Binary("c", 16)), Create(table => table.FixedBinary("c", 16)), Create(table => table.Uuid("c")),
        Create(table => table.Ulid("c")), Create(table => table.IpAddress("c")), Create(table => table.MacAddress("c")), Create(table => table.Geometry("c", "point", 4326)),
        Create(table => table.Geography("c", "point")), Create(table => table.Vector("c", 3)), Create(table => table.Morphs("c")), Create(table => table.UuidMorphs("c")),
        Create(table => table.RawColumn("c", "integer")),
    ];

    private static IEnumerable<BuilderSample> Modifiers() =>
    [
        Create(table => table.Integer("c").Nullable()), Create(table => table.Integer("c").Default(7)), Create(table => table.String("c").Default("it's")),
        Create(table => table.Boolean("c").Default(true)), Create(table => table.Integer("c").DefaultRaw("1 + 1")), Create(table => table.Timestamp("c").UseCurrent()),
        Create(table => table.Timestamp("c").UseCurrent().UseCurrentOnUpdate()), Create(table => table.Integer("c").Primary()), Create(table => table.Integer("c").Unique()),
        Create(table => table.Integer("c").Index()), Create(table => table.Text("c").FullText()), Create(table => table.Integer("c").Check("c > 0")),
        Create(table => table.Integer("c").Unsigned()), Create(table => table.BigInteger("c").AutoIncrement().From(100)), Create(table => table.BigInteger("c").GeneratedAs().Always().Primary()),
        Create(table => table.String("c").Collation("C")), Create(table => table.String("c").Charset("latin1")), Create(table => table.Integer("c").Comment("Why")),
        Create(table => table.Integer("c").Invisible()), Create(table => table.Integer("c").VirtualAs("1 + 1").Nullable()), Create(table => table.Integer("c").StoredAs("1 + 1").Nullable()),
        Create(table => table.ForeignId("user_id").Constrained().CascadeOnDelete()), Alter(table => table.Integer("c").Default(0).After("id")), Alter(table => table.Integer("c").Default(0).Instant()),
    ];

    private static IEnumerable<BuilderSample> Tables() =>
    [
        Of(schema => schema.Create("t", table => table.Temporary())), Of(schema => schema.Rename("posts", "articles")), Of(schema => schema.Drop("posts")),
        Of(schema => schema.DropIfExists("posts")), Of(schema => schema.Drop("users").Cascade()), Of(schema => schema.CommentOnTable("posts", "What was written")),
        Alter(table => table.Engine("InnoDB")), Alter(table => table.Unlogged()),
    ];

    private static IEnumerable<BuilderSample> Changes() =>
    [
        Alter(table => table.String("subtitle", 50).Nullable()), Alter(table => table.String("title", 200).Change()), Alter(table => table.Change("title").Nullable()),
        Alter(table => table.Change("title").NoDefault()), Alter(table => table.BigInteger("votes").Change().Using("votes::bigint")), Alter(table => table.RenameColumn("body", "text")), Alter(table => table.DropColumn("body")),
        Alter(table => table.DropColumn("title")),
    ];

    private static IEnumerable<BuilderSample> Keys() =>
    [
        Alter(table => table.Unique("user_id", "title")), Alter(table => table.DropUnique(["slug"])), Alter(table => table.Index("user_id", "title")),
        Alter(table => table.Index("title").Where("votes > 9")), Alter(table => table.Index("title").Include("slug")), Alter(table => table.Index().Expression("lower(title)").Name("i")),
        Alter(table => table.Index("title").Name("i").Concurrently()), Alter(table => table.UniqueIndex("title")), Alter(table => table.FullText("body")), Alter(table => table.SpatialIndex("body")),
        Alter(table => table.RenameIndex("posts_title_index", "by_title")), Alter(table => table.DropIndex("posts_title_index")), Alter(table => table.DropPrimary()),
        Alter(table => table.Foreign("user_id").References("id").On("users").NullOnDelete().Name("f")), Alter(table => table.Foreign("user_id").References("id").On("users").Deferrable().Name("f")),
        Alter(table => table.Foreign("user_id").References("id").On("users").NotValid().Name("f")), Alter(table => table.DropForeign(["user_id"])),
        Alter(table => table.Check("votes < 1000", "posts_most_votes")), Alter(table => table.DropCheck("posts_votes_check")), Alter(table => table.Exclusion().With("user_id", "=").Name("e")),
    ];

    private static IEnumerable<BuilderSample> Objects() =>
    [
        Of(schema => schema.CreateView("v", "SELECT id FROM posts")), Of(schema => schema.CreateMaterializedView("v", "SELECT id FROM posts")), Of(schema => schema.DropView("voted")),
        Of(schema => schema.CreateSequence("s").Start(100)), Of(schema => schema.CreateEnum("mood", (string[])["sad", "happy"])), Of(schema => schema.AddEnumValue("mood", "calm").Before("happy")),
        Of(schema => schema.CreateSchema("audit")), Of(schema => schema.EnsureExtensionExists("citext", null)), Of(schema => schema.Insert("users", new { id = 7 })),
        Of(schema => schema.Update("posts", new { title = "new" }, "votes = 0")), Of(schema => schema.Delete("posts", "votes = 0")), Of(schema => schema.Backfill("posts", "votes = votes + 1", null, "id")),
        Of(schema => schema.DisableForeignKeyConstraints()),
    ];
}
