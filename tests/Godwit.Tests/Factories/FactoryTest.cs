using Bogus;
using Xunit;

namespace Godwit.Tests.Factories;

public sealed class FactoryTest
{
    [Fact]
    [Trait("Parity", "A13")]
    public void The_same_seed_makes_the_same_models_without_a_database()
    {
        Assert.Equal(Made(7, "en"), Made(7, "en"));
        Assert.NotEqual(Made(7, "en"), Made(8, "en"));
        Assert.NotEqual(Made(7, "en"), Made(7, "de"));
    }

    private static string[] Made(int seed, string locale) =>
        [.. new PersonFactory().Seed(seed).Locale(locale).Make(3).Select(person => $"{person.Name} {person.Email} {person.Age} {person.Born}")];

    private sealed class Person
    {
        public long Id { get; set; }

        public string Name { get; set; } = "";

        public string Email { get; set; } = "";

        public int Age { get; set; }

        public DateOnly Born { get; set; }
    }

    private sealed class PersonFactory : Factory<Person>
    {
        protected override void Define(Person model, Faker fake) => model.Name = fake.Name.FullName();
    }
}
