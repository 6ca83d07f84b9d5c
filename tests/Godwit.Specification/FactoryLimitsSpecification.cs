using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>Factories that define nothing, for tables that allow little: checks, short keys, few values, circles.</summary>
public abstract class FactoryLimitsSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    private int migrations;

    [DatabaseFact]
    [Trait("Parity", "A13")]
    public async Task What_a_check_allows_is_what_is_made()
    {
        await CreateAsync("grades", table =>
        {
            table.Id();
            table.Integer("score");
            table.Integer("stars");
            table.Integer("depth");
            table.Decimal("weight", 10, 2);
            table.Decimal("share", 4, 3);
            table.String("kind", 20);
            table.String("state", 20);
            table.String("letters", 20);
            table.DateTime("starts_at");
            table.DateTime("ends_at");
            table.Check("score >= 0 AND score <= 10");
            table.Check("stars IN (1, 2, 3)");
            table.Check("depth < 0");
            table.Check("weight >= 5000");
            table.Check("share > 0 AND share < 1");
            table.Check("kind = 'it''s one' OR kind = 'two words'");
            table.Check("state IN ('in progress', 'done')");
            table.Check("length(letters) = 3");
            table.Check("starts_at < ends_at");
        });

        await Project.SeedAsync(async context => await new GradeFactory().CreateAsync(context, 60));

        Assert.Equal("60", await Project.ScalarAsync("SELECT COUNT(*) FROM grades"));
        Assert.Equal(["1", "2", "3"], await Project.RowsAsync("SELECT DISTINCT stars FROM grades ORDER BY stars"));
        Assert.Equal(["it's one", "two words"], await Project.RowsAsync("SELECT DISTINCT kind FROM grades ORDER BY kind"));
    }

    [DatabaseFact]
    [Trait("Parity", "A13")]
    public async Task Unique_columns_of_few_values_go_on_where_an_earlier_factory_stopped()
    {
        await CreateAsync("labels", table =>
        {
            table.Char("code", 2).Primary();
            table.Date("day").Unique();
            table.Decimal("weight", 6, 2).Unique();
            table.SmallInteger("place").Unique();
            table.String("email", 30).Unique();
            table.Check("place >= 100");
        });

        for (var run = 0; run < 3; run++) await Project.SeedAsync(async context => await new LabelFactory().CreateAsync(context, 60));

        Assert.Equal("180", await Project.ScalarAsync("SELECT COUNT(*) FROM labels"));
        await Assert.ThrowsAnyAsync<GodwitException>(() => Project.SeedAsync(context => new LabelFactory().State(label => label.Code = "zz").CreateAsync(context, 2)));
    }

    [DatabaseFact]
    [Trait("Parity", "A13")]
    public async Task Rows_of_one_parent_are_told_apart_by_what_must_be_unique_among_them()
    {
        await CreateAsync("albums", table =>
        {
            table.Id();
            table.String("title", 40);
        });
        await CreateAsync("tracks", table =>
        {
            table.Id();
            table.ForeignId("album_id").Constrained();
            table.Integer("position");
            table.Enum("side", "a", "b");
            table.Unique("album_id", "position");
        });

        await Project.SeedAsync(async context => await new AlbumFactory().Has(new TrackFactory(), 40).CreateAsync(context, 3));

        Assert.Equal("120", await Project.ScalarAsync("SELECT COUNT(*) FROM tracks"));
    }

    [DatabaseFact]
    public async Task A_factory_without_a_state_is_a_parent_too_and_none_has_none()
    {
        await CreateAsync("albums", table =>
        {
            table.Id();
            table.String("title", 40);
        });
        await CreateAsync("tracks", table =>
        {
            table.Id();
            table.ForeignId("album_id").Constrained();
            table.Integer("position");
        });

        await Project.SeedAsync(async context =>
        {
            await new TrackFactory().For(new AlbumFactory()).CreateAsync(context, 3);
            await new TrackFactory().For(new AlbumFactory()).CreateAsync(context, 0);
            await new AlbumFactory().Has(new TrackFactory(), 0).CreateAsync(context);
        });

        Assert.Equal("2", await Project.ScalarAsync("SELECT COUNT(*) FROM albums"));
        Assert.Equal("1", await Project.ScalarAsync("SELECT COUNT(DISTINCT album_id) FROM tracks"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AlbumFactory().Has(new TrackFactory(), -1));
    }

    [DatabaseFact]
    public async Task A_tree_grows_from_a_row_that_refers_to_none()
    {
        await CreateAsync("nodes", table =>
        {
            table.Id();
            table.ForeignId("parent_id").Nullable().Constrained("nodes");
            table.String("name", 40);
        });

        await Project.SeedAsync(async context => await new NodeFactory().Has(new NodeFactory().Has(new NodeFactory(), 3), 2).CreateAsync(context));

        Assert.Equal(["1", "2", "6"], await Project.RowsAsync(
            "SELECT COUNT(*) FROM nodes n LEFT JOIN nodes p ON p.id = n.parent_id GROUP BY CASE WHEN n.parent_id IS NULL THEN 0 WHEN p.parent_id IS NULL THEN 1 ELSE 2 END ORDER BY 1"));
    }

    [DatabaseTheory]
    [InlineData(true, "No row can be the first one: hens, which must refer to eggs, which must refer to hens.")]
    [InlineData(false, "No row can be the first one: nodes, which must refer to nodes.")]
    public async Task Where_no_row_can_be_the_first_one_it_is_said(bool isCircle, string words)
    {
        await CreateAsync("nodes", table =>
        {
            table.Id();
            table.ForeignId("parent_id").Constrained("nodes");
        });
        await CreateAsync("eggs", table =>
        {
            table.Id();
            table.ForeignId("hen_id");
        });
        await CreateAsync("hens", table =>
        {
            table.Id();
            table.ForeignId("egg_id").Constrained();
        });
        Project.Code("9_circle", schema => schema.Table("eggs", table => table.Foreign("hen_id").References("id").On("hens")));
        await Project.MigrateAsync();

        var error = await Assert.ThrowsAnyAsync<GodwitException>(() => Project.SeedAsync(async context =>
        {
            if (isCircle) await new HenFactory().CreateAsync(context, 2);
            else await new NodeFactory().CreateAsync(context, 2);
        }));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorCode.InvalidDefinition, error.Code);
    }

    [DatabaseFact]
    public async Task A_key_that_the_database_would_compute_is_made_beforehand_so_that_others_can_refer_to_it()
    {
        var computed = Product.Dialect.Name switch
        {
            "postgresql" => "gen_random_uuid()",
            "sqlite" => "lower(hex(randomblob(16)))",
            _ => "uuid()",
        };
        await CreateAsync("shelves", table =>
        {
            table.Uuid("id").Primary().DefaultRaw($"({computed})");
            table.String("name", 40);
        });
        await CreateAsync("books", table =>
        {
            table.Id();
            table.ForeignUuid("shelf_id").Constrained("shelves");
        });

        await Project.SeedAsync(async context => await new ShelfFactory().Has(new BookFactory(), 2).CreateAsync(context, 3));

        Assert.Equal("3", await Project.ScalarAsync("SELECT COUNT(DISTINCT shelf_id) FROM books"));
    }

    private async Task CreateAsync(string table, Action<Blueprint> columns)
    {
        Project.Code($"{++migrations}_{table}", schema => schema.Create(table, columns));
        await Project.MigrateAsync();
    }
}

/// <summary>Marks.</summary>
[Table("grades")]
public sealed class Grade
{
    public long Id { get; set; }

    public int Score { get; set; }

    public string Letters { get; set; } = "";
}

/// <summary>A short code.</summary>
[Table("labels")]
public sealed class Label
{
    [Key]
    public string Code { get; set; } = "";
}

/// <summary>Music.</summary>
[Table("albums")]
public sealed class Album
{
    public long Id { get; set; }

    public string Title { get; set; } = "";
}

/// <summary>A part of an album.</summary>
[Table("tracks")]
public sealed class Track
{
    public long Id { get; set; }

    public long AlbumId { get; set; }

    public int Position { get; set; }
}

/// <summary>A part of a tree.</summary>
[Table("nodes")]
public sealed class Node
{
    public long Id { get; set; }

    public long? ParentId { get; set; }
}

/// <summary>What needs a hen.</summary>
[Table("eggs")]
public sealed class Egg
{
    public long Id { get; set; }

    public long HenId { get; set; }
}

/// <summary>What needs an egg.</summary>
[Table("hens")]
public sealed class Hen
{
    public long Id { get; set; }

    public long EggId { get; set; }
}

/// <summary>What books stand on.</summary>
[Table("shelves")]
public sealed class Shelf
{
    public Guid Id { get; set; }

    public string Name { get; set; } = "";
}

/// <summary>What stands on a shelf.</summary>
[Table("books")]
public sealed class Book
{
    public long Id { get; set; }

    public Guid ShelfId { get; set; }
}

public sealed class GradeFactory : Factory<Grade>;

public sealed class LabelFactory : Factory<Label>;

public sealed class AlbumFactory : Factory<Album>;

public sealed class TrackFactory : Factory<Track>;

public sealed class NodeFactory : Factory<Node>;

public sealed class EggFactory : Factory<Egg>;

public sealed class HenFactory : Factory<Hen>;

public sealed class ShelfFactory : Factory<Shelf>;

public sealed class BookFactory : Factory<Book>;
