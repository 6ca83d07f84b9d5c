using System.Runtime.CompilerServices;
using Godwit.Generation;
using Godwit.Schema;
using Godwit.Sql;
using Xunit;

namespace Godwit.Sqlite.Tests.Operations;

/// <summary>
/// The SQL of each operation is the one that was reviewed. After a change on purpose:
/// <c>GODWIT_ACCEPT=1 dotnet test tests/Godwit.Sqlite.Tests</c>, and read the difference.
/// </summary>
public sealed class GoldenTest
{
    public static TheoryData<string> Cases => [.. OperationCase.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_sql_of_operations_is_the_reviewed_one(string name)
    {
        var one = OperationCase.All.Single(other => other.Name == name);
        var before = new DatabaseSchema("sqlite");
        foreach (var operation in one.Given) before = operation.ApplyTo(before);

        var sql = Text(SqliteDialect.Instance.Generator.Generate(one.Operations, before));

        var file = Path.Combine(Directory(), one.Name + ".sql");
        if (Environment.GetEnvironmentVariable("GODWIT_ACCEPT") == "1") File.WriteAllText(file, sql);
        Assert.Equal(File.ReadAllText(file), sql);
    }

    [Fact]
    public void There_is_no_file_without_a_case() =>
        Assert.Equal(OperationCase.All.Select(one => one.Name + ".sql").Order(StringComparer.Ordinal), System.IO.Directory.GetFiles(Directory()).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    private static string Text(GeneratedSql sql) =>
        (sql.ForeignKeys is ForeignKeyEnforcement.Suspended ? "-- with the checking of foreign keys suspended\n" : "") + string.Concat(sql.Statements.Select(statement => statement.Text + ";\n"));

    private static string Directory([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "Golden");
}
