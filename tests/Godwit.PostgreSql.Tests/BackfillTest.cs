using System.Collections.Concurrent;
using System.Diagnostics;
using Godwit.Specification;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.PostgreSql.Tests;

/// <summary>What a walk through a table costs in messages: between a client and a server that are far apart, each is a wait.</summary>
[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class BackfillTest : Specification<PostgreSqlProduct>
{
    [DatabaseFact]
    public async Task A_range_its_note_and_where_the_next_one_ends_are_one_message()
    {
        Project.Code("1_notes", schema => schema.Create("notes", table =>
        {
            table.Id();
            table.Integer("length").Default(0);
        })).Write("2_rows.sql", "INSERT INTO notes (length) SELECT 0 FROM generate_series(1, 95);");
        await Project.MigrateAsync();
        Project.Code("3_fill", schema => schema.Backfill("notes", "length = length + 1", batchSize: 10), _ => { });
        var database = await Project.ScalarAsync("SELECT current_database()");
        var messages = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (Tag(activity, "db.namespace", "db.name") == database) messages.Enqueue(Tag(activity, "db.query.text", "db.statement"));
            },
        };
        ActivitySource.AddActivityListener(listener);

        await Project.MigrateAsync();

        Assert.Equal(10, messages.Count(message => message.Contains("SET length", StringComparison.Ordinal)));
        Assert.Equal(9, messages.Count(message => message.Contains("SET length", StringComparison.Ordinal) && message.Contains("SET position", StringComparison.Ordinal)));
        Assert.Single(messages, message => message.Contains("OFFSET", StringComparison.Ordinal) && !message.Contains("SET length", StringComparison.Ordinal));
        Assert.Equal(["95 95"], await Project.RowsAsync("SELECT count(*), sum(length) FROM notes"));
    }

    private static string Tag(Activity activity, params string[] names) =>
        names.Select(activity.GetTagItem).OfType<string>().FirstOrDefault() ?? "";
}
