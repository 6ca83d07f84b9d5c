using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Godwit.Schema;

namespace Godwit.Tests.Modelling.Shop;

public enum State
{
    Draft,
    Published,
}

[Flags]
public enum Rights
{
    Read = 1,
    Write = 2,
}

public abstract class Entity
{
    public long Id { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

[RenamedFrom("people")]
[Comment("who can sign in")]
public class User : Entity
{
    [MaxLength(320), Unique]
    public string Email { get; set; } = "";

    [RenamedFrom("title")]
    public string? FullName { get; set; }

    public Rights Rights { get; set; }

    public Profile? Profile { get; set; }

    public List<Post> Posts { get; set; } = [];

    public string Initials => FullName ?? Email;
}

public class Profile
{
    public Guid Id { get; set; }

    public long UserId { get; set; }

    [OnDelete(ReferentialAction.Cascade)]
    public User User { get; set; } = null!;

    [MaxLength]
    public string? Biography { get; set; }
}

[Index(nameof(State), nameof(PublishedOn), Where = "deleted_at IS NULL")]
[Check("price >= 0", Name = "posts_price_positive")]
public class Post : Entity
{
    [Index]
    public string Title { get; set; } = "";

    [Column(TypeName = "text")]
    public required string Body { get; set; }

    [Default(State.Draft)]
    public State State { get; set; }

    [EnumColumn(EnumStorage.Number), Default(State.Published)]
    public State Last { get; set; }

    [Precision(10, 4), Default(1.5)]
    public decimal Price { get; set; }

    public DateOnly? PublishedOn { get; set; }

    [Precision(0)]
    public DateTime? DeletedAt { get; set; }

    [DefaultSql("gen_random_uuid()"), Comment("for links")]
    public Guid Key { get; set; }

    public byte[]? Picture { get; set; }

    public User Author { get; set; } = null!;

    public int? CategoryId { get; set; }

    [OnDelete(ReferentialAction.SetNull)]
    public Category? Category { get; set; }

    [NotMapped]
    public object? Anything { get; set; }
}

[Table("categories", Schema = "shop")]
public class Category
{
    [Key]
    public int Number { get; set; }

    [ForeignKey("Parent")]
    public int? Above { get; set; }

    public Category? Parent { get; set; }

    public List<Category> Below { get; set; } = [];
}

public class PostTag
{
    [Key, Column(Order = 2)]
    public string Tag { get; set; } = "";

    [Key, Column(Order = 1)]
    public long PostId { get; set; }

    public Post Post { get; set; } = null!;
}

public class NoTable
{
    public string Text { get; set; } = "";
}
