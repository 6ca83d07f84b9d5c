using Godwit.Schema;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Godwit.EntityFrameworkCore.Tests;

/// <summary>What all providers have in common.</summary>
public sealed class EntityFrameworkModelTest
{
    [Fact]
    [Trait("Parity", "C3")]
    public void Columns_have_the_types_of_the_provider_and_what_the_model_says_of_them()
    {
        var table = Said.OnPostgreSql(model => model.Entity<Bird>(bird =>
        {
            bird.Property(one => one.Name).HasMaxLength(80).UseCollation("C").HasComment("In English");
            bird.Property(one => one.Weight).HasPrecision(6, 3).HasDefaultValue(0.25m);
            bird.Property(one => one.SeenAt).HasDefaultValueSql("now()");
            bird.Property(one => one.Upper).HasComputedColumnSql("upper(\"Name\")", stored: true);
        })).Schema.Require("Bird");

        Assert.Equal(new Column("Name", new ColumnType.Native("character varying(80)")) { Collation = "C", Comment = "In English" }, table.Column("Name"));
        Assert.Equal(new Column("Weight", new ColumnType.Native("numeric(6,3)")) { IsNullable = true, Default = new DefaultValue.Expression("0.25") }, table.Column("Weight"));
        Assert.Equal(new DefaultValue.Expression("now()"), table.Column("SeenAt")!.Default);
        Assert.Equal(new GeneratedExpression("upper(\"Name\")", GeneratedStorage.Stored), table.Column("Upper")!.Generated);
    }

    [Fact]
    public void Keys_indexes_and_checks_keep_their_names()
    {
        var schema = Said.OnSqlite(model =>
        {
            model.Entity<Bird>(bird =>
            {
                bird.ToTable(table => table.HasCheckConstraint("CK_Weight", "\"Weight\" > 0"));
                bird.HasAlternateKey(one => one.Name);
                bird.HasIndex(one => new { one.Name, one.SeenAt }).IsUnique().IsDescending(false, true).HasFilter("\"Weight\" > 1");
                bird.HasIndex(one => one.SeenAt).IsDescending();
            });
            model.Entity<Egg>().HasOne(egg => egg.Bird).WithMany().OnDelete(DeleteBehavior.Restrict);
        }).Schema;
        var (bird, egg) = (schema.Require("Bird"), schema.Require("Egg"));

        Assert.Equal(new PrimaryKey("PK_Bird", ["Id"]), bird.PrimaryKey);
        Assert.Equal([new UniqueConstraint("AK_Bird_Name", ["Name"])], bird.Uniques);
        Assert.Equal([new CheckConstraint("CK_Weight", "\"Weight\" > 0")], bird.Checks);
        Assert.Equal(
            new TableIndex("IX_Bird_Name_SeenAt", [new IndexPart("Name"), new IndexPart("SeenAt") { Descending = true }]) { IsUnique = true, Predicate = "\"Weight\" > 1" },
            bird.Indexes.Single(index => index.IsUnique));
        Assert.True(bird.Indexes.Single(index => !index.IsUnique).Parts[0].Descending);
        Assert.Equal([new ForeignKey("FK_Egg_Bird_BirdId", ["BirdId"], "Bird", ["Id"]) { OnDelete = ReferentialAction.Restrict }], egg.ForeignKeys);
    }

    [Fact]
    public void What_is_not_a_table_of_the_model_is_listed()
    {
        var said = Said.OnPostgreSql(model =>
        {
            model.Entity<Bird>().ToTable(table => table.HasTrigger("birds_count")).HasData(new Bird { Id = 1, Name = "Godwit", Upper = "" });
            model.Entity<Sight>().HasNoKey().ToView("sights", "seen");
            model.Entity<Egg>().ToTable("eggs", "nest", table => table.ExcludeFromMigrations());
            model.Entity<Bird>().Property(bird => bird.Name).Metadata.SetAnnotation("Npgsql:Compression:", "pglz");
        });

        Assert.Equal(["Npgsql:Compression of the column Bird.Name", "rows of Bird (HasData)", "view seen.sights", "trigger birds_count of Bird"], said.Schema.Unread);
        Assert.Equal([new ObjectName("nest", "eggs"), new ObjectName(null, "__EFMigrationsHistory"), new ObjectName(null, "__EFMigrationsLock")], said.Others);
        Assert.Equal(["Bird"], said.Schema.Tables.Select(table => table.Name.ToString()));
    }

    [Fact]
    public void What_an_entity_or_a_property_was_called_before_is_a_renaming_of_the_table_or_column()
    {
        var renames = Said.OnPostgreSql(model => model.Entity<Nest>(nest =>
        {
            nest.ToTable("nests", "wild");
            nest.Property(one => one.Place).HasColumnName("place");
        })).Renames;

        Assert.Equal([new TableRename("wild.burrows", "wild.nests"), new ColumnRename("wild.nests", "spot", "place")], renames);
    }

    [Fact]
    public void A_class_in_the_table_of_its_base_renames_its_own_columns_and_not_the_table_again()
    {
        var renames = Said.OnSqlite(model =>
        {
            model.Entity<Nest>();
            model.Entity<Scrape>();
        }).Renames;

        Assert.Equal([new TableRename("burrows", "Nest"), new ColumnRename("Nest", "spot", "Place"), new ColumnRename("Nest", "deepness", "Depth")], renames.OrderBy(rename => rename is ColumnRename { To: "Depth" }));
    }

    [Fact]
    public void A_context_for_another_database_is_refused()
    {
        using var context = new SaidContext(options => options.UseSqlite("Data Source=:memory:"), _ => { });

        var failure = Assert.Throws<GodwitException>(() => EntityFrameworkModel.Read(context, "mariadb"));

        Assert.Equal(ErrorCode.NotSupported, failure.Code);
        Assert.Contains("is for sqlite (its provider is Microsoft.EntityFrameworkCore.Sqlite), and the connection is to mariadb.", failure.Message, StringComparison.Ordinal);
    }

    internal sealed class Bird
    {
        public int Id { get; set; }

        public required string Name { get; set; }

        public decimal? Weight { get; set; }

        public DateTime SeenAt { get; set; }

        public required string Upper { get; set; }
    }

    internal sealed class Egg
    {
        public int Id { get; set; }

        public int BirdId { get; set; }

        public Bird? Bird { get; set; }
    }

    [RenamedFrom("burrows")]
    internal class Nest
    {
        public int Id { get; set; }

        [RenamedFrom("spot")]
        public required string Place { get; set; }
    }

    internal sealed class Scrape : Nest
    {
        [RenamedFrom("deepness")]
        public int Depth { get; set; }
    }

    internal sealed class Sight
    {
        public int BirdId { get; set; }
    }
}
