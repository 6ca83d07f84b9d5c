using System.Text;
using Godwit.Operations;
using Godwit.Schema;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.MySql.Tests.Schemas;

/// <summary>
/// The SQL of each operation on MySQL and MariaDB, as it was reviewed; one text where they do not differ. After a change on purpose:
/// <c>GODWIT_ACCEPT=1 dotnet test tests/Godwit.MySql.Tests</c>, and read the difference.
/// </summary>
public sealed class GoldenTest
{
    private static readonly string Folder = Path.Combine(Root(), "tests/Godwit.MySql.Tests/Golden");

    public static TheoryData<string> Names => [.. GoldenCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_sql_is_the_reviewed_one(string name)
    {
        var file = Path.Combine(Folder, name + ".sql");
        var actual = Text(GoldenCases.All[name]);
        if (Environment.GetEnvironmentVariable("GODWIT_ACCEPT") == "1") File.WriteAllText(file, actual);

        Assert.Equal(File.ReadAllText(file), actual);
    }

    [DatabaseTheory]
    [RequiresServer(MySqlProduct.Variable)]
    [MemberData(nameof(Names))]
    public async Task The_server_takes_the_sql(string name)
    {
        // these are of a database that one test alone must not make
        if (name == "qualified_names") return;
        await using var session = await SchemaSession.OpenAsync();
        await session.ApplyAsync([new CreateTable(SampleSchema.Users), new CreateTable(SampleSchema.Posts)]);
        await session.ExecuteAsync(
            "CREATE TABLE logs (line text)", "CREATE TABLE pairs (a int, b int)", "CREATE TABLE places (spot point NOT NULL)",
            "CREATE TABLE samples (email varchar(40), data varbinary(40), at varchar(40))",
            "CREATE VIEW old_view AS SELECT 1", "CREATE FUNCTION old_function() RETURNS int RETURN 1", "CREATE SEQUENCE IF NOT EXISTS old_numbers");
        var (operations, before) = (GoldenCases.All[name], await session.ReadAsync());
        try
        {
            foreach (var statement in session.Session.Generator.Generate(operations, before).Statements) await session.ExecuteAsync(statement.Text);
        }
        catch (GodwitException refused)
        {
            Assert.Contains($"-- {refused.Code}: ", await File.ReadAllTextAsync(Path.Combine(Folder, name + ".sql")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_file_is_left_from_a_case_that_is_gone() =>
        Assert.Empty(Directory.GetFiles(Folder).Select(Path.GetFileNameWithoutExtension).Except(GoldenCases.All.Keys));

    private static string Text(Operation[] operations)
    {
        var (mysql, mariadb) = (Sql(operations, MySqlTraits.Of("8.0.36")), Sql(operations, MySqlTraits.Of("10.11.0-MariaDB")));
        return mysql == mariadb ? mysql : $"-- MySQL 8.0.36\n{mysql}\n-- MariaDB 10.11.0\n{mariadb}";
    }

    private static string Sql(Operation[] operations, MySqlTraits traits)
    {
        var generator = new MySqlSqlGenerator(traits, SqlModes.Default);
        var before = operations.Any(generator.NeedsSchema) ? SampleSchema.Of(traits.Product) : new DatabaseSchema(traits.Product);
        try
        {
            var statements = generator.Generate(operations, before).Statements;
            return statements.IsEmpty ? "-- nothing\n" : statements.Aggregate(new StringBuilder(), (text, statement) => text.Append(statement.Text).Append(";\n")).ToString();
        }
        catch (GodwitException refused)
        {
            return $"-- {refused.Code}: {refused.Message}\n-- {refused.Remedy}\n";
        }
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Godwit.slnx"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No Godwit.slnx above the tests.");
        return folder;
    }
}
