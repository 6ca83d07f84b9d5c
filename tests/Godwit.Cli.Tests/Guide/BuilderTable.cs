using System.Text;
using Godwit.Dialects;
using Godwit.Execution;
using Godwit.Generation;
using Godwit.MySql;
using Godwit.PostgreSql;
using Godwit.Schema;
using Godwit.Sqlite;

namespace Godwit.Cli.Tests.Guide;

/// <summary>The SQL that each of the builder's words makes on each database, or why there is none, as tables.</summary>
internal static class BuilderTable
{
    private static readonly (string Title, string Product, Dialect Dialect, SqlGenerator Generator)[] Databases =
    [
        ("SQLite", "sqlite", SqliteDialect.Instance, SqliteDialect.Instance.Generator),
        ("PostgreSQL", "postgresql", PostgreSqlDialect.Instance, PostgreSqlDialect.Instance.Generator),
        ("MySQL", "mysql", MySqlDialect.Instance, MySqlDialect.Instance.Generator),
        ("MariaDB", "mariadb", MySqlDialect.Instance, new MySqlSqlGenerator(MySqlTraits.Usual("mariadb"), SqlModes.Default)),
    ];

    internal static string Write()
    {
        var text = new StringBuilder();
        foreach (var (title, samples) in BuilderSamples.All)
        {
            text.Append($"\n### {title}: the SQL\n\n");
            foreach (var sample in samples)
            {
                text.Append($"`{sample.Text}`\n\n");
                foreach (var group in Databases.GroupBy(database => Sql(sample, database.Product, database.Dialect, database.Generator), database => database.Title))
                    text.Append($"- {string.Join(", ", group)}: {group.Key}\n");
                text.Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Sql(BuilderSample sample, string product, Dialect dialect, SqlGenerator generator)
    {
        var sql = new OperationSql(dialect, generator, product);
        try
        {
            var before = Before(sql, product);
            var schema = new SchemaBuilder(product, "guide.cs", before);
            sample.Describe(schema);
            var said = sql.Say(schema.Operations, before);
            return said.Statements.IsEmpty ? "nothing to do" : string.Join(" ", said.Statements.Select(statement => Code(OneLine(statement.Text) + ";")));
        }
        catch (GodwitException refused)
        {
            return $"*{refused.Message} {refused.Remedy}*";
        }
    }

    private static DatabaseSchema Before(OperationSql sql, string product)
    {
        var schema = new SchemaBuilder(product, "guide.cs", null);
        BuilderSamples.Before(schema);
        return sql.Say(schema.Operations, new DatabaseSchema(product)).After!;
    }

    private static string OneLine(string statement) => string.Join(' ', statement.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .Replace("( ", "(", StringComparison.Ordinal).Replace(" )", ")", StringComparison.Ordinal);

    // Code with a backtick in it stands between two of them (CommonMark, "Code spans").
    private static string Code(string text) => text.Contains('`', StringComparison.Ordinal) ? $"`` {text} ``" : $"`{text}`";
}
