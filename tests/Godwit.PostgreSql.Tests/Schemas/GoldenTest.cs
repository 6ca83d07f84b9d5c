using Godwit.Generation;
using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.PostgreSql.Tests.Schemas;

/// <summary>
/// The SQL of each operation and of its way back is what was reviewed. After a change on purpose:
/// <c>GODWIT_ACCEPT=1 dotnet test tests/Godwit.PostgreSql.Tests</c>, and read the difference.
/// </summary>
public sealed class GoldenTest
{
    private static readonly string Folder = Path.Join(Root(), "tests/Godwit.PostgreSql.Tests/Golden");

    [Theory]
    [MemberData(nameof(Scenarios.Names), MemberType = typeof(Scenarios))]
    public void The_sql_of_an_operation_is_the_reviewed_one(string name)
    {
        var file = Path.Join(Folder, name + ".sql");
        var actual = Script(Scenarios.Of(name));
        if (Environment.GetEnvironmentVariable("GODWIT_ACCEPT") == "1") File.WriteAllText(file, actual);

        Assert.Equal(File.ReadAllText(file), actual);
    }

    [Fact]
    public void Every_golden_file_is_of_an_operation() =>
        Assert.Equal(Scenarios.Names.Cast<object[]>().Select(row => (string)row[0]).Order(StringComparer.Ordinal), Directory.GetFiles(Folder, "*.sql").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    private static string Script(Scenario scenario)
    {
        var generator = new PostgreSqlSqlGenerator(scenario.From);
        var before = PostgreSqlDialect.Instance.Normalize(scenario.Before);
        var change = Scenario.Completed(before, scenario.Change);
        var way = Sql(generator, change, before);
        if (scenario.CannotReverse) return $"{way}\n-- back\n-- not on PostgreSQL\n";
        return Scenario.Reversed(change) is { } reversed ? $"{way}\n-- back\n{Sql(generator, reversed, Scenario.Applied(before, change))}" : way;
    }

    private static string Sql(SqlGenerator generator, Operation[] operations, DatabaseSchema before) =>
        string.Concat(generator.Generate(operations, before).Statements.Select(statement => statement.Text + ";\n"));

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Join(directory.FullName, "Godwit.slnx"))) directory = directory.Parent!;
        return directory.FullName;
    }
}
