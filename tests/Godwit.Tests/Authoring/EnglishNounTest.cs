using Xunit;

namespace Godwit.Tests.Authoring;

public sealed class EnglishNounTest
{
    [Theory]
    [InlineData("user", "users")]
    [InlineData("order_line", "order_lines")]
    [InlineData("category", "categories")]
    [InlineData("key", "keys")]
    [InlineData("y", "ys")]
    [InlineData("address", "addresses")]
    [InlineData("status", "statuses")]
    [InlineData("alias", "aliases")]
    [InlineData("analysis", "analyses")]
    [InlineData("branch", "branches")]
    [InlineData("wish", "wishes")]
    [InlineData("box", "boxes")]
    [InlineData("quiz", "quizzes")]
    [InlineData("buzz", "buzzes")]
    [InlineData("price", "prices")]
    [InlineData("person", "people")]
    [InlineData("sales_person", "sales_people")]
    [InlineData("woman", "women")]
    [InlineData("human", "humans")]
    [InlineData("child", "children")]
    [InlineData("index", "indices")]
    [InlineData("medium", "media")]
    [InlineData("shelf", "shelves")]
    [InlineData("photo", "photos")]
    [InlineData("news", "news")]
    [InlineData("tv_series", "tv_series")]
    [InlineData("jellyfish", "jellyfishes")]
    [InlineData("users", "users")]
    [InlineData("people", "people")]
    [InlineData("categories", "categories")]
    [InlineData("", "")]
    public void The_plural_of_the_last_word(string singular, string plural) => Assert.Equal(plural, EnglishNoun.Plural(singular));
}
