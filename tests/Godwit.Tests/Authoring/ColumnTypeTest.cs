using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Authoring;

public sealed class ColumnTypeTest
{
    [Fact]
    public void Keys_number_their_rows()
    {
        AssertKey(table => table.Id(), "id", IntegerSize.Big);
        AssertKey(table => table.BigIncrements("n"), "n", IntegerSize.Big);
        AssertKey(table => table.Increments("n"), "n", IntegerSize.Regular);
        AssertKey(table => table.IntegerIncrements("n"), "n", IntegerSize.Regular);
        AssertKey(table => table.MediumIncrements("n"), "n", IntegerSize.Medium);
        AssertKey(table => table.SmallIncrements("n"), "n", IntegerSize.Small);
        AssertKey(table => table.TinyIncrements("n"), "n", IntegerSize.Tiny);
    }

    [Fact]
    public void Numbers()
    {
        AssertType(table => table.Integer("c"), new ColumnType.Integer());
        AssertType(table => table.BigInteger("c"), new ColumnType.Integer(IntegerSize.Big));
        AssertType(table => table.MediumInteger("c"), new ColumnType.Integer(IntegerSize.Medium));
        AssertType(table => table.SmallInteger("c"), new ColumnType.Integer(IntegerSize.Small));
        AssertType(table => table.TinyInteger("c"), new ColumnType.Integer(IntegerSize.Tiny));
        AssertType(table => table.UnsignedInteger("c"), new ColumnType.Integer(Unsigned: true));
        AssertType(table => table.UnsignedBigInteger("c"), new ColumnType.Integer(IntegerSize.Big, true));
        AssertType(table => table.UnsignedMediumInteger("c"), new ColumnType.Integer(IntegerSize.Medium, true));
        AssertType(table => table.UnsignedSmallInteger("c"), new ColumnType.Integer(IntegerSize.Small, true));
        AssertType(table => table.UnsignedTinyInteger("c"), new ColumnType.Integer(IntegerSize.Tiny, true));
        AssertType(table => table.Decimal("c"), new ColumnType.Decimal(8, 2));
        AssertType(table => table.Decimal("c", 12, 4).Unsigned(), new ColumnType.Decimal(12, 4, true));
        AssertType(table => table.Float("c"), new ColumnType.Float(53));
        AssertType(table => table.Float("c", 24), new ColumnType.Float(24));
        AssertType(table => table.Double("c"), new ColumnType.Double());
        AssertType(table => table.Boolean("c"), new ColumnType.Boolean());
    }

    [Fact]
    public void Texts_documents_and_bytes()
    {
        AssertType(table => table.String("c"), new ColumnType.String(255));
        AssertType(table => table.String("c", 40), new ColumnType.String(40));
        AssertType(table => table.Char("c"), new ColumnType.Char(255));
        AssertType(table => table.Char("c", 2), new ColumnType.Char(2));
        AssertType(table => table.Text("c"), new ColumnType.Text());
        AssertType(table => table.TinyText("c"), new ColumnType.Text(TextSize.Tiny));
        AssertType(table => table.MediumText("c"), new ColumnType.Text(TextSize.Medium));
        AssertType(table => table.LongText("c"), new ColumnType.Text(TextSize.Long));
        AssertType(table => table.Enum("c", "a", "b"), new ColumnType.Enum(["a", "b"]));
        AssertType(table => table.Set("c", ["a", "b"]), new ColumnType.Set(["a", "b"]));
        AssertType(table => table.NativeEnum("c", "audit.mood"), new ColumnType.NativeEnum(new ObjectName("audit", "mood")));
        AssertType(table => table.Json("c"), new ColumnType.Json());
        AssertType(table => table.Jsonb("c"), new ColumnType.JsonBinary());
        AssertType(table => table.Binary("c"), new ColumnType.Binary());
        AssertType(table => table.Binary("c", 16), new ColumnType.Binary(16));
        AssertType(table => table.FixedBinary("c", 16), new ColumnType.Binary(16, true));
    }

    [Fact]
    public void Days_and_times()
    {
        AssertType(table => table.Date("c"), new ColumnType.Date());
        AssertType(table => table.DateTime("c"), new ColumnType.DateTime());
        AssertType(table => table.DateTime("c", 3), new ColumnType.DateTime(3));
        AssertType(table => table.DateTimeTz("c", 3), new ColumnType.DateTime(3, true));
        AssertType(table => table.Timestamp("c"), new ColumnType.Timestamp());
        AssertType(table => table.Timestamp("c", 6), new ColumnType.Timestamp(6));
        AssertType(table => table.TimestampTz("c"), new ColumnType.Timestamp(0, true));
        AssertType(table => table.Time("c", 1), new ColumnType.Time(1));
        AssertType(table => table.TimeTz("c"), new ColumnType.Time(0, true));
        AssertType(table => table.Year("c"), new ColumnType.Year());
    }

    [Fact]
    public void Identifiers_addresses_shapes_and_vectors()
    {
        AssertType(table => table.Uuid("c"), new ColumnType.Uuid());
        AssertType(table => table.Ulid("c"), new ColumnType.Ulid());
        AssertType(table => table.IpAddress("c"), new ColumnType.IpAddress());
        AssertType(table => table.MacAddress("c"), new ColumnType.MacAddress());
        AssertType(table => table.Geometry("c"), new ColumnType.Geometry());
        AssertType(table => table.Geometry("c", "point", 4326), new ColumnType.Geometry("point", 4326));
        AssertType(table => table.Geography("c", "polygon"), new ColumnType.Geography("polygon"));
        AssertType(table => table.Vector("c"), new ColumnType.Vector());
        AssertType(table => table.Vector("c", 3), new ColumnType.Vector(3));
        AssertType(table => table.Tsvector("c"), new ColumnType.TextSearch());
        AssertType(table => table.RawColumn("c", "tstzrange"), new ColumnType.Native("tstzrange"));
        AssertType(table => table.RawColumn("c", ""), new ColumnType.Native(""));
        AssertType(table => table.AddColumn("c", new ColumnType.Date()), new ColumnType.Date());
    }

    [Fact]
    public void Some_columns_have_a_usual_name() =>
        Assert.Equal(
            ["id", "uuid", "ulid", "ip_address", "mac_address", "remember_token", "deleted_at"],
            Described.Create(table =>
            {
                table.Id();
                table.Uuid();
                table.Ulid();
                table.IpAddress();
                table.MacAddress();
                table.RememberToken();
                table.SoftDeletes();
            }).Columns.Select(column => column.Name));

    [Fact]
    public void References_have_the_type_of_the_key_they_refer_to()
    {
        AssertType(table => table.ForeignId("c"), new ColumnType.Integer(IntegerSize.Big, true));
        AssertType(table => table.ForeignUuid("c"), new ColumnType.Uuid());
        AssertType(table => table.ForeignUlid("c"), new ColumnType.Ulid());
    }

    [Fact]
    public void A_column_may_not_be_null_and_has_no_default_unless_that_is_said() =>
        Assert.Equal(new Column("title", new ColumnType.String()), Described.Column(table => table.String("title")));

    [Fact]
    public void Soft_deletes_are_a_moment_that_may_be_null()
    {
        Assert.Equal(new Column("deleted_at", new ColumnType.Timestamp()) { IsNullable = true }, Described.Column(table => table.SoftDeletes()));
        Assert.Equal(new Column("gone_at", new ColumnType.Timestamp(3, true)) { IsNullable = true }, Described.Column(table => table.SoftDeletesTz("gone_at", 3)));
        Assert.Equal(new Column("deleted_at", new ColumnType.DateTime()) { IsNullable = true }, Described.Column(table => table.SoftDeletesDatetime()));
    }

    [Fact]
    public void A_remember_token_is_a_short_text_that_may_be_null() =>
        Assert.Equal(new Column("remember_token", new ColumnType.String(100)) { IsNullable = true }, Described.Column(table => table.RememberToken()));

    [Fact]
    public void Timestamps_are_two_moments_that_may_be_null()
    {
        AssertStamps(table => table.Timestamps(), new ColumnType.Timestamp());
        AssertStamps(table => table.NullableTimestamps(3), new ColumnType.Timestamp(3));
        AssertStamps(table => table.TimestampsTz(), new ColumnType.Timestamp(0, true));
        AssertStamps(table => table.NullableTimestampsTz(), new ColumnType.Timestamp(0, true));
        AssertStamps(table => table.Datetimes(), new ColumnType.DateTime());
    }

    [Fact]
    public void Morphs_are_a_type_an_id_and_an_index()
    {
        AssertMorphs(table => table.Morphs("taggable"), new ColumnType.Integer(IntegerSize.Big, true), false);
        AssertMorphs(table => table.NullableMorphs("taggable"), new ColumnType.Integer(IntegerSize.Big, true), true);
        AssertMorphs(table => table.NumericMorphs("taggable"), new ColumnType.Integer(IntegerSize.Big, true), false);
        AssertMorphs(table => table.NullableNumericMorphs("taggable"), new ColumnType.Integer(IntegerSize.Big, true), true);
        AssertMorphs(table => table.UuidMorphs("taggable"), new ColumnType.Uuid(), false);
        AssertMorphs(table => table.NullableUuidMorphs("taggable"), new ColumnType.Uuid(), true);
        AssertMorphs(table => table.UlidMorphs("taggable"), new ColumnType.Ulid(), false);
        AssertMorphs(table => table.NullableUlidMorphs("taggable"), new ColumnType.Ulid(), true);
    }

    [Fact]
    public void Morphs_take_the_name_of_their_index() =>
        Assert.Equal("by_tag", Assert.Single(Described.Create(table => table.Morphs("taggable", "by_tag")).Indexes).Name);

    private static void AssertType(Func<CreateTableBlueprint, ColumnBuilder> describe, ColumnType type) =>
        Assert.Equal(new Column("c", type), Described.Column(table => describe(table)));

    private static void AssertKey(Action<CreateTableBlueprint> describe, string name, IntegerSize size)
    {
        var table = Described.Create(describe);
        Assert.Equal(new Column(name, new ColumnType.Integer(size, true)) { Identity = new Identity() }, Assert.Single(table.Columns));
        Assert.Equal(new PrimaryKey(null, [name]), table.PrimaryKey);
    }

    private static void AssertStamps(Action<CreateTableBlueprint> describe, ColumnType type) =>
        Assert.Equal(
            [new Column("created_at", type) { IsNullable = true }, new Column("updated_at", type) { IsNullable = true }],
            Described.Create(describe).Columns);

    private static void AssertMorphs(Action<CreateTableBlueprint> describe, ColumnType key, bool nullable)
    {
        var table = Described.Create(describe);
        Assert.Equal(
            [new Column("taggable_type", new ColumnType.String()) { IsNullable = nullable }, new Column("taggable_id", key) { IsNullable = nullable }],
            table.Columns);
        Assert.Equal([new TableIndex("posts_taggable_type_taggable_id_index", [new IndexPart("taggable_type"), new IndexPart("taggable_id")])], table.Indexes);
    }
}
