using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>Seeders and seed files that cannot be what somebody meant, by the real command: what is said, and that nothing is kept.</summary>
public sealed class SeedErrorTest() : DatabaseSpecification(Server.Sqlite)
{
    [Theory]
    [InlineData("new { email = \"ann@example.com\", name = new string('x', 90) }", "UNIQUE constraint failed: users.email", "email = 'ann@example.com'")]
    [InlineData("new { email = \"eve@example.com\", name = (string?)null }", "NOT NULL constraint failed: users.name", "email = 'eve@example.com'")]
    [InlineData("new { email = \"eve@example.com\", name = \"\" }", "CHECK constraint failed", "name = ''")]
    public async Task A_row_that_violates_a_constraint_is_shown_with_its_seeder_and_line(string row, string says, string cell)
    {
        await UsersAsync();
        Seeder("User", $"await context.InsertAsync(\"users\", new {{ email = \"ann@example.com\", name = \"Ann\" }});\n        await context.InsertAsync(\"users\", {row});");

        var outcome = (await Project.RunAsync("db:seed")).Failed("statement-failed", ExitCode.Failed, "UserSeeder.cs:8", says, "users refused row 1:", cell, "Nothing of UserSeeder was kept.");

        Assert.DoesNotContain(new string('x', 50), outcome.Error, StringComparison.Ordinal);
        Assert.Equal(["0"], await ColumnAsync("SELECT COUNT(*) FROM users"));
    }

    [Fact]
    public async Task A_line_that_violates_a_constraint_is_shown_with_its_file()
    {
        await UsersAsync();
        Project.Write("database/seeders/users.csv", $"email,name\nann@example.com,Ann\nbob@example.com,Bob\nann@example.com,{new string('x', 90)}\n");

        var outcome = (await Project.RunAsync("db:seed")).Ended(ExitCode.Failed)
            .Says("database/seeders/users.csv:4:1", "users refused row 3:", "email = 'ann@example.com'", "Nothing of users.csv was kept.");

        Assert.DoesNotContain(new string('x', 50), outcome.Error, StringComparison.Ordinal);
        Assert.Equal(["0"], await ColumnAsync("SELECT COUNT(*) FROM users"));
    }

    [Fact]
    public async Task An_unknown_class_is_answered_with_the_nearest_names()
    {
        await UsersAsync();
        Seeder("User", "await Task.CompletedTask;");

        (await Project.RunAsync("db:seed --class UsreSeeder")).Failed("unknown-seeder", ExitCode.Failed, "UsreSeeder", "Did you mean UserSeeder?");
        (await Project.RunAsync("db:seed --class Zebra")).Failed("unknown-seeder", ExitCode.Failed, "Zebra", "UserSeeder");
    }

    [Fact]
    public async Task A_circle_of_seeders_is_named_before_anything_runs()
    {
        await UsersAsync();
        Seeder("Egg", "await context.InsertAsync(\"users\", new { email = \"egg@example.com\", name = \"Egg\" });", "[DependsOn<HenSeeder>]\n");
        Seeder("Hen", "await Task.CompletedTask;", "[DependsOn<EggSeeder>]\n");

        (await Project.RunAsync("db:seed")).Failed("dependency-cycle", ExitCode.Failed, "EggSeeder, which asks for HenSeeder, which asks for EggSeeder");

        Assert.Equal(["0"], await ColumnAsync("SELECT COUNT(*) FROM users"));
    }

    [Fact]
    public async Task A_factory_whose_table_is_missing_names_the_table_and_the_way_on()
    {
        await UsersAsync();
        (await Project.RunAsync("make:model Userr")).Succeeded();
        (await Project.RunAsync("make:factory UserrFactory --model Userr")).Succeeded();
        Seeder("Userr", "await new UserrFactory().CreateAsync(context, 3);");

        (await Project.RunAsync("db:seed")).Failed("unknown-object", ExitCode.Failed, "There is no table userrs.", "UserrSeeder.cs:7", "Did you mean users?");
    }

    [Theory]
    [InlineData("emial,name\nann@example.com,Ann\n", "users.csv:1:1", "Did you mean email?")]
    [InlineData("email,name\nann@example.com\n", "users.csv:2:1", "There are 1 fields on the line, and 2 columns in the first: email, name.")]
    [InlineData("email,name\nann@example.com,Ann,more\n", "users.csv:2:1", "There are 3 fields on the line, and 2 columns in the first: email, name.")]
    [InlineData("email,name,email\nann@example.com,Ann,eve@example.com\n", "users.csv:1:1", "email")]
    [InlineData("email,,name\n", "users.csv:1:1", "A column has no name.")]
    [InlineData("", "users.csv:1:1", "The file is empty.")]
    [InlineData("email,name\n\"ann@example.com,Ann\n", "users.csv:2:1", "A quote is not closed.")]
    [InlineData("id,email,name\none,ann@example.com,Ann\n", "users.csv:2:1", "id: 'one' is not a whole number.")]
    public async Task A_file_with_wrong_columns_or_fields_is_shown_with_its_line(string text, string place, string words)
    {
        await UsersAsync();
        Project.Write("database/seeders/users.csv", text);

        (await Project.RunAsync("db:seed")).Failed("invalid-seed-file", ExitCode.Failed, place, words, "Nothing of users.csv was kept.");

        Assert.Equal(["0"], await ColumnAsync("SELECT COUNT(*) FROM users"));
    }

    private async Task UsersAsync()
    {
        Project.Migration("001_users.sql", "CREATE TABLE users (id integer PRIMARY KEY, email varchar(100) NOT NULL UNIQUE, name varchar(100) NOT NULL CHECK (name <> ''));");
        (await Project.RunAsync("migrate")).Succeeded();
    }

    private void Seeder(string name, string work, string before = "") => Project.Write($"database/seeders/{name}Seeder.cs",
        $$"""
        using Godwit;

        {{before}}public sealed class {{name}}Seeder : Seeder
        {
            public override async Task RunAsync(SeedContext context)
            {
                {{work}}
            }
        }
        """);
}
