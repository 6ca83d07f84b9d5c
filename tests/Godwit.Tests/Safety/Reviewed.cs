using System.Collections.Immutable;
using Godwit.Dialects;
using Godwit.Execution;
using Godwit.Migrations;
using Godwit.MySql;
using Godwit.PostgreSql;
using Godwit.Safety;
using Godwit.Sql;
using Godwit.Sqlite;

namespace Godwit.Tests.Safety;

/// <summary>Migrations laid before the rules without any database.</summary>
internal static class Reviewed
{
    internal static Dialect DialectOf(string product) => product switch
    {
        "sqlite" => SqliteDialect.Instance,
        "postgresql" => PostgreSqlDialect.Instance,
        _ => MySqlDialect.Instance,
    };

    /// <summary>What the rules find in a script, after some that were applied before.</summary>
    internal static ImmutableArray<SafetyFinding> Sql(string product, string sql, params string[] earlier)
    {
        var dialect = DialectOf(product);
        var reading = new FactReading(dialect, dialect.Splitter, product);
        var reviewer = new Reviewer(product, ImmutableDictionary<string, string>.Empty);
        foreach (var applied in earlier) reviewer.Learn(reading.Of(new MigrationId("000_earlier"), "000_earlier.sql", Parsed(dialect, "000_earlier.sql", applied)));
        var script = Parsed(dialect, "001_x.sql", sql);
        return reviewer.Review(reading.Of(new MigrationId("001_x"), "001_x.sql", script), script.Allowances);
    }

    /// <summary>What the rules find in a migration in C#.</summary>
    internal static ImmutableArray<SafetyFinding> Code(string product, Action<SchemaBuilder> up)
    {
        var dialect = DialectOf(product);
        var reviewer = new Reviewer(product, ImmutableDictionary<string, string>.Empty);
        var script = new MigrationScript { Code = new Described(up), Up = new MigrationSection([], TransactionMode.On, null) };
        return reviewer.Review(new FactReading(dialect, dialect.Splitter, product).Of(new MigrationId("001_x"), "001_x.cs", script), []);
    }

    private static MigrationScript Parsed(Dialect dialect, string path, string sql) =>
        new ScriptParser(dialect.Splitter, ImmutableDictionary<string, string>.Empty).Parse(new SourceText(path, sql));

    private sealed class Described(Action<SchemaBuilder> up) : Migration
    {
        public override void Up(SchemaBuilder schema) => up(schema);
    }
}
