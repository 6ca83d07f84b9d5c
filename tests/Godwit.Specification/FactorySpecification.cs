using System.ComponentModel.DataAnnotations.Schema;
using Bogus;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>Factories: believable rows that the database accepts, with states, sequences and relations.</summary>
public abstract class FactorySpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    [DatabaseFact]
    [Trait("Parity", "A13")]
    public async Task A_factory_that_defines_nothing_makes_valid_rows_with_whatever_they_refer_to()
    {
        await CreateTablesAsync();

        await Project.SeedAsync(async context => Assert.Equal(30, (await new BareLineFactory().CreateAsync(context, 30)).Count));

        Assert.Equal("30", await Project.ScalarAsync("SELECT COUNT(*) FROM bare_lines"));
        Assert.NotEqual("0", await Project.ScalarAsync("SELECT COUNT(*) FROM people"));
        Assert.Equal("0", await Project.ScalarAsync("SELECT COUNT(*) FROM bare_lines WHERE quantity <= 0 OR kind NOT IN ('small', 'large')"));
        Assert.Equal("0", await Project.ScalarAsync("SELECT COUNT(*) FROM people WHERE email NOT LIKE '%@example.com' OR name = ''"));
    }

    [DatabaseFact]
    [Trait("Parity", "A13")]
    public async Task States_and_sequences_change_what_is_defined()
    {
        await CreateTablesAsync();

        await Project.SeedAsync(async context =>
        {
            var made = await new PersonFactory().Retired().Sequence(person => person.Nickname = "odd", person => person.Nickname = "even").CreateAsync(context, 3);
            Assert.All(made, person => Assert.True(person is { Id: > 0, Age: 70, Name.Length: > 0 }));
        });

        Assert.Equal(["odd 70", "even 70", "odd 70"], await Project.RowsAsync("SELECT nickname, age FROM people ORDER BY id"));
    }

    [DatabaseFact]
    [Trait("Parity", "A13")]
    public async Task Rows_have_others_and_are_for_others()
    {
        await CreateTablesAsync();

        await Project.SeedAsync(async context =>
        {
            var ann = await new PersonFactory().State(person => person.Name = "Ann").Has(new NoteFactory(), 2).CreateAsync(context);
            await new NoteFactory().For(ann).CreateAsync(context, 3);
            await new NoteFactory().For(new PersonFactory().State(person => person.Name = "Bob")).CreateAsync(context, 4);
        });

        Assert.Equal(["Ann 5", "Bob 4"], await Project.RowsAsync("SELECT name, COUNT(*) FROM people JOIN notes ON notes.person_id = people.id GROUP BY name ORDER BY name"));
    }

    [DatabaseFact]
    [Trait("Parity", "A13")]
    public async Task Thousands_of_rows_are_written_at_once()
    {
        await CreateTablesAsync();

        await Project.SeedAsync(async context => Assert.Equal(7000, await new PersonFactory().InsertAsync(context, 7000)));

        Assert.Equal("7000", await Project.ScalarAsync("SELECT COUNT(*) FROM people"));
    }

    [DatabaseFact]
    public async Task Pairs_of_keys_are_told_apart()
    {
        await CreateTablesAsync();

        await Project.SeedAsync(async context =>
        {
            await new PersonFactory().CreateAsync(context, 3);
            await new NoteFactory().CreateAsync(context, 3);
            await new ReadingFactory().CreateAsync(context, 9);
        });

        Assert.Equal("9", await Project.ScalarAsync("SELECT COUNT(*) FROM readings"));
    }

    [DatabaseFact]
    public async Task A_value_that_is_set_to_zero_or_false_is_not_replaced_by_the_default()
    {
        await CreateTablesAsync();

        await Project.SeedAsync(async context =>
        {
            Assert.True((await new PersonFactory().CreateAsync(context)).Active);
            await new PersonFactory().State(person => person.Active = false).CreateAsync(context);
        });

        Assert.Equal("1", await Project.ScalarAsync($"SELECT COUNT(*) FROM people WHERE active = {(Product.Dialect.Name == "postgresql" ? "false" : "0")}"));
    }

    [DatabaseFact]
    public async Task A_factory_for_a_missing_table_says_so()
    {
        var error = await Assert.ThrowsAnyAsync<GodwitException>(() => Project.SeedAsync(context => new PersonFactory().CreateAsync(context)));

        Assert.Equal(ErrorCode.UnknownObject, error.Code);
        Assert.Contains("There is no table people.", error.Message, StringComparison.Ordinal);
    }

    private async Task CreateTablesAsync()
    {
        Project.Code("1_tables", schema =>
        {
            schema.Create("people", table =>
            {
                table.Id();
                table.String("name", 100);
                table.String("email", 60).Unique();
                table.String("nickname", 20).Nullable();
                table.Integer("age");
                table.Date("born");
                table.Boolean("active").Default(true);
            });
            schema.Create("notes", table =>
            {
                table.Id();
                table.ForeignId("person_id").Constrained();
                table.Text("body");
            });
            schema.Create("readings", table =>
            {
                table.ForeignId("person_id").Constrained();
                table.ForeignId("note_id").Constrained();
                table.Primary("person_id", "note_id");
            });
            schema.Create("bare_lines", table =>
            {
                table.Id();
                table.ForeignId("note_id").Constrained();
                table.String("sku", 12).Unique();
                table.Integer("quantity");
                table.Decimal("price", 8, 2);
                table.Enum("kind", "small", "large");
                table.Uuid("token");
                table.DateTime("made_at");
                table.Check("quantity > 0");
            });
        });
        await Project.MigrateAsync();
    }
}

/// <summary>Someone.</summary>
[Table("people")]
public sealed class Person
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string? Nickname { get; set; }

    public int Age { get; set; }

    public DateOnly Born { get; set; }

    public bool Active { get; set; }
}

/// <summary>What someone wrote.</summary>
[Table("notes")]
public sealed class Note
{
    public long Id { get; set; }

    public long PersonId { get; set; }

    public string Body { get; set; } = "";
}

/// <summary>That someone has read a note.</summary>
[Table("readings")]
public sealed class PersonReading
{
    public long PersonId { get; set; }

    public long NoteId { get; set; }
}

/// <summary>A model that lacks most of its table's columns.</summary>
[Table("bare_lines")]
public sealed class BareLine
{
    public long Id { get; set; }

    public string Sku { get; set; } = "";
}

public sealed class PersonFactory : Factory<Person>
{
    public Factory<Person> Retired() => State(person => person.Age = 70);

    protected override void Define(Person model, Faker fake) => model.Name = fake.Name.FullName();
}

public sealed class NoteFactory : Factory<Note>;

public sealed class ReadingFactory : Factory<PersonReading>;

public sealed class BareLineFactory : Factory<BareLine>;
