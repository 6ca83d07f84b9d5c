using Xunit;

namespace Godwit.Tests.Architecture;

public sealed class SizesTest
{
    [Theory]
    [InlineData(80, 0)]
    [InlineData(81, 1)]
    public void A_function_has_at_most_eighty_lines(int lines, int found)
    {
        var body = string.Concat(Enumerable.Repeat("    F();\n", lines - 3));
        var file = new SourceFile("Core/A.cs", $"class A {{\nvoid F()\n{{\n{body}}}\n}}\n");

        Assert.Equal(found, Sizes.TooLarge(file).Count(large => large == $"Core/A.cs:2 F: {lines} lines"));
    }

    [Theory]
    [InlineData(500, 0)]
    [InlineData(501, 1)]
    public void A_file_has_at_most_five_hundred_lines(int lines, int found)
    {
        var file = new SourceFile("Core/A.cs", string.Concat(Enumerable.Repeat("// a line\n", lines)));

        Assert.Equal(found, Sizes.TooLarge(file).Count(large => large == $"Core/A.cs: {lines} lines"));
    }

    [Fact]
    public void Statements_outside_of_any_function_count_as_one()
    {
        var file = new SourceFile("Core/Program.cs", string.Concat(Enumerable.Repeat("F();\n", 81)));

        Assert.Equal(["Core/Program.cs: 81 lines outside of any function"], Sizes.TooLarge(file));
    }
}
