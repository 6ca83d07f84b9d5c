using System.ComponentModel.DataAnnotations.Schema;
using Godwit.Modelling;
using Godwit.Schema;
using Godwit.Tests.Modelling.Shop;
using Xunit;

namespace Godwit.Tests.Modelling;

public sealed class ModelReaderTest
{
    private static readonly ModelSchema Read = ModelReader.Read(
        [typeof(Entity), typeof(User), typeof(Profile), typeof(Post), typeof(Category), typeof(PostTag), typeof(NoTable), typeof(State)], "postgresql");

    [Fact]
    public void Classes_with_a_key_are_tables_named_as_migrations_name_them() =>
        Assert.Equal(["post_tags", "posts", "profiles", "shop.categories", "users"], Read.Schema.Tables.Select(table => table.Name.ToString()));

    [Fact]
    public void Properties_are_columns_of_the_type_and_nullability_that_they_have() => Assert.Equal(
        """
        id Integer { Size = Big, Unsigned = True } identity
        created_at Timestamp { Precision = 6, WithZone = True }
        title String { Length = 255 }
        body Native { Sql = text }
        state Enum { Values = [Draft, Published] } default Literal { Value = Draft }
        last Integer { Size = Regular, Unsigned = False } default Literal { Value = 1 }
        price Decimal { Total = 10, Places = 4, Unsigned = False } default Literal { Value = 1.5 }
        published_on Date { } null
        deleted_at DateTime { Precision = 0, WithZone = False } null
        key Uuid { } default Expression { Sql = gen_random_uuid() } -- for links
        picture Binary { Length = , IsFixed = False } null
        category_id Integer { Size = Regular, Unsigned = True } null
        author_id Integer { Size = Big, Unsigned = True }
        """,
        Columns("posts"));

    [Fact]
    public void Lengths_and_flags_and_texts_without_a_limit_are_what_they_say() => Assert.Equal(
        """
        id Integer { Size = Big, Unsigned = True } identity
        created_at Timestamp { Precision = 6, WithZone = True }
        email String { Length = 320 }
        full_name String { Length = 255 } null
        rights Integer { Size = Regular, Unsigned = False }
        """ + "\n" + """
        id Uuid { }
        user_id Integer { Size = Big, Unsigned = True }
        biography Text { Size = Regular } null
        """,
        Columns("users") + "\n" + Columns("profiles"));

    [Fact]
    public void References_are_foreign_keys_with_an_index_or_where_there_is_one_only_a_unique_constraint()
    {
        Assert.Equal(
            ["posts_author_id_foreign author_id users(id) NoAction", "posts_category_id_foreign category_id shop.categories(number) SetNull"],
            Keys("posts"));
        Assert.Equal(["profiles_user_id_foreign user_id users(id) Cascade"], Keys("profiles"));
        Assert.Equal(["categories_above_foreign above shop.categories(number) NoAction"], Keys("shop.categories"));
        Assert.Equal(["post_tags_post_id_foreign post_id posts(id) NoAction"], Keys("post_tags"));
        Assert.Equal(["posts_title_index", "posts_state_published_on_index", "posts_author_id_index", "posts_category_id_index"], Table("posts").Indexes.Select(index => index.Name));
        Assert.Equal([new UniqueConstraint("profiles_user_id_unique", ["user_id"])], Table("profiles").Uniques);
        Assert.Empty(Table("post_tags").Indexes);
    }

    [Fact]
    public void Keys_of_several_columns_stand_in_their_order()
    {
        Assert.Equal(["post_id", "tag"], Table("post_tags").PrimaryKey!.Columns);
        Assert.Equal(["post_id", "tag"], Table("post_tags").Columns.Select(column => column.Name));
        Assert.All(Table("post_tags").Columns, column => Assert.Null(column.Identity));
    }

    [Fact]
    public void What_the_standard_annotations_lack_is_said_by_ours()
    {
        Assert.Equal([new CheckConstraint("posts_price_positive", "price >= 0")], Table("posts").Checks);
        Assert.Equal("deleted_at IS NULL", Table("posts").Indexes[1].Predicate);
        Assert.Equal([new UniqueConstraint("users_email_unique", ["email"])], Table("users").Uniques);
        Assert.Equal("who can sign in", Table("users").Comment);
        Assert.Equal([new TableRename("people", "users"), new ColumnRename("users", "title", "full_name")], Read.Renames);
    }

    [Theory]
    [InlineData(typeof(Mistakes.Odd), "Odd.Thing is of the type Object")]
    [InlineData(typeof(Mistakes.Misspelt), "[Index] on Misspelt names the property Nam, and Misspelt has none of that name.")]
    [InlineData(typeof(Mistakes.Empty), "The class Empty has a table and no property that could be a column of it.")]
    [InlineData(typeof(Mistakes.Computed), "Computed.Total says that the database computes it, and not how.")]
    [InlineData(typeof(Mistakes.Twice), "Two properties of Twice are the column name of twices.")]
    [InlineData(typeof(Mistakes.SetNull), "SetNull.Parent is set to NULL")]
    [InlineData(typeof(Mistakes.TwoDefaults), "TwoDefaults.Count has two defaults.")]
    public void A_mistake_is_an_error_that_names_the_class_and_the_property(Type type, string problem)
    {
        var error = Assert.Throws<GodwitException>(() => ModelReader.Read([type], "sqlite"));

        Assert.Equal(ErrorCode.InvalidDefinition, error.Code);
        Assert.StartsWith(problem, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Remedy);
    }

    [Fact]
    public void A_collection_without_a_way_back_and_a_table_under_another_are_errors()
    {
        Assert.Contains("does not refer to Many", Assert.Throws<GodwitException>(() => ModelReader.Read([typeof(Mistakes.Many), typeof(Mistakes.Twig)], "sqlite")).Message, StringComparison.Ordinal);
        Assert.Contains("derives from Twig", Assert.Throws<GodwitException>(() => ModelReader.Read([typeof(Mistakes.Leaf), typeof(Mistakes.Twig)], "sqlite")).Message, StringComparison.Ordinal);
        Assert.Contains("are both the table users", Assert.Throws<GodwitException>(() => ModelReader.Read([typeof(User), typeof(Mistakes.Other)], "sqlite")).Message, StringComparison.Ordinal);
        Assert.Contains("neither has a property for the key", Assert.Throws<GodwitException>(() => ModelReader.Read([typeof(Mistakes.Left), typeof(Mistakes.Right)], "sqlite")).Message, StringComparison.Ordinal);
    }

    private static Table Table(string name) => Read.Schema.Require(name);

    private static string Columns(string table) => string.Join('\n', Table(table).Columns.Select(column =>
        $"{column.Name} {column.Type}{(column.IsNullable ? " null" : "")}{(column.Identity is null ? "" : " identity")}"
        + $"{(column.Default is null ? "" : $" default {column.Default}")}{(column.Comment is null ? "" : $" -- {column.Comment}")}"));

    private static IEnumerable<string> Keys(string table) => Table(table).ForeignKeys.Select(key =>
        $"{key.Name} {string.Join(", ", key.Columns)} {key.ReferencedTable}({string.Join(", ", key.ReferencedColumns)}) {key.OnDelete}");

    private static class Mistakes
    {
        internal sealed class Odd
        {
            public int Id { get; set; }

            public object? Thing { get; set; }
        }

        [Index("Nam")]
        internal sealed class Misspelt
        {
            public int Id { get; set; }

            public string Name { get; set; } = "";
        }

        [Table("empty")]
        internal sealed class Empty;

        internal sealed class Computed
        {
            public int Id { get; set; }

            [DatabaseGenerated(DatabaseGeneratedOption.Computed)]
            public int Total { get; set; }
        }

        internal sealed class Twice
        {
            public int Id { get; set; }

            public string Name { get; set; } = "";

            [Column("name")]
            public string Title { get; set; } = "";
        }

        internal sealed class SetNull
        {
            public int Id { get; set; }

            [OnDelete(ReferentialAction.SetNull)]
            public SetNull Parent { get; set; } = null!;
        }

        internal sealed class TwoDefaults
        {
            public int Id { get; set; }

            [Default(1), DefaultSql("1")]
            public int Count { get; set; }
        }

        internal sealed class Many
        {
            public int Id { get; set; }

            public List<Twig> Twigs { get; set; } = [];
        }

        internal class Twig
        {
            public int Id { get; set; }
        }

        internal sealed class Leaf : Twig;

        [Table("users")]
        internal sealed class Other
        {
            public int Id { get; set; }
        }

        internal sealed class Left
        {
            public int Id { get; set; }

            public Right? Right { get; set; }
        }

        internal sealed class Right
        {
            public int Id { get; set; }

            public Left? Left { get; set; }
        }
    }
}
