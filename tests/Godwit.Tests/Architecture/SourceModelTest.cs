using Xunit;

namespace Godwit.Tests.Architecture;

public sealed class SourceModelTest
{
    private static readonly SourceFile Token = new("Core/Sql/Token.cs", """
        namespace Core.Sql;
        public sealed class Token { public static int Count; public int Length; }
        public static class Tokens { public static int Twice(this Token token) => 2; }
        """);

    [Theory]
    [InlineData("class A { Core.Sql.Token t; }", "a field's type")]
    [InlineData("using Core.Sql; class A { int n = Token.Count; }", "a static member")]
    [InlineData("using Core.Sql; class A { int N(object o) => o is Token { Length: 3 } ? 1 : 0; }", "a pattern")]
    [InlineData("using Core.Sql; class A { System.Collections.Generic.List<Token> all; }", "a type argument")]
    [InlineData("using Core.Sql; class A { System.Type T() => typeof(Token); }", "typeof")]
    [InlineData("using T = Core.Sql.Token; class A { T t; }", "an alias")]
    [InlineData("using static Core.Sql.Token; class A { int n = Count; }", "using static")]
    [InlineData("using Core.Sql; class A { Missing.Driver d = new(Token.Count); }", "beside a package that is not there")]
    public void A_folder_that_names_another_ones_type_draws_an_arrow(string code, string how)
    {
        var arrows = new SourceModel([Token, new SourceFile("Core/Planning/A.cs", code)]).FolderArrows();

        Assert.True(arrows.ContainsKey(new Arrow("Core/Planning", "Core/Sql")), how);
        Assert.Equal("Core/Planning/A.cs:1 names Core/Sql/Token.cs", Assert.Single(arrows).Value);
    }

    [Fact]
    public void A_type_that_is_never_named_draws_an_arrow_too()
    {
        var maker = new SourceFile("Core/Planning/Maker.cs", "class Maker { public static Core.Sql.Token Make() => null; }");
        var user = new SourceFile("Core/Execution/User.cs", "class User { int n = Maker.Make().Length; }");

        var arrows = new SourceModel([Token, maker, user]).FolderArrows();

        Assert.Contains(new Arrow("Core/Execution", "Core/Sql"), arrows.Keys);
    }

    [Fact]
    public void An_extension_method_draws_an_arrow_to_where_it_is_declared()
    {
        var declared = new SourceFile("Core/Text/Words.cs", "static class Words { public static int Half(this string s) => 1; }");
        var user = new SourceFile("Core/Execution/User.cs", "class User { int n = \"\".Half(); }");

        Assert.Equal([new Arrow("Core/Execution", "Core/Text")], new SourceModel([declared, user]).FolderArrows().Keys);
    }

    [Theory]
    [InlineData("using Core.Sql; class A { }", "a using by itself")]
    [InlineData("/// <summary><see cref=\"Core.Sql.Token\"/></summary>\nclass A { }", "a documentation comment")]
    [InlineData("class A { string s = nameof(A); }", "its own folder")]
    public void What_uses_nothing_draws_no_arrow(string code, string how)
    {
        var arrows = new SourceModel([Token, new SourceFile("Core/Planning/A.cs", code)]).FolderArrows();

        Assert.True(arrows.Count == 0, how);
    }

    [Fact]
    public void Projects_draw_arrows_to_projects_and_not_to_their_folders()
    {
        var model = new SourceModel([Token, new SourceFile("Cli/Commands/A.cs", "class A { Core.Sql.Token t; }")]);

        Assert.Equal([new Arrow("Cli", "Core")], model.ProjectArrows().Keys);
        Assert.Empty(model.FolderArrows());
    }

    [Fact]
    public void Each_part_of_a_partial_type_is_in_its_own_folder()
    {
        var one = new SourceFile("Core/Sql/P.cs", "namespace Core; partial class P { public static int A; }");
        var two = new SourceFile("Core/Text/P.cs", "namespace Core; partial class P { public static int B; }");
        var user = new SourceFile("Core/Sql/User.cs", "namespace Core; class User { int n = P.A + P.B; }");

        Assert.Equal([new Arrow("Core/Sql", "Core/Text")], new SourceModel([one, two, user]).FolderArrows().Keys);
    }
}
