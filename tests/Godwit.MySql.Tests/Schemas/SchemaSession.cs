using Godwit.Dialects;
using Godwit.Operations;
using Godwit.Schema;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.MySql.Tests.Schemas;

/// <summary>A database of a test's own with a session on it, on which operations are carried out and read back.</summary>
public sealed class SchemaSession : IAsyncDisposable
{
    private readonly TestDatabase database;

    private SchemaSession(TestDatabase database, DatabaseSession session)
    {
        this.database = database;
        Session = session;
    }

    public DatabaseSession Session { get; }

    public static async Task<SchemaSession> OpenAsync()
    {
        var database = await new MySqlProduct().Server.CreateDatabaseAsync();
        return new SchemaSession(database, await MySqlDialect.Instance.Connect(database.Settings).OpenAsync(CancellationToken.None));
    }

    public Task<DatabaseSchema> ReadAsync() => Session.ReadSchemaAsync([], CancellationToken.None);

    /// <summary>Runs statements as they stand, without reading what they hold.</summary>
    public async Task ExecuteAsync(params string[] statements)
    {
        foreach (var statement in statements) await Session.RunAsync([new(statement)], Unobserved.Instance, CancellationToken.None);
    }

    /// <summary>Carries operations out, and gives the schema that they should have led to, as the database would show it.</summary>
    public async Task<(IReadOnlyList<Operation> Completed, DatabaseSchema Expected)> ApplyAsync(IEnumerable<Operation> operations)
    {
        var before = await ReadAsync();
        var completed = new List<Operation>();
        var after = before;
        foreach (var operation in operations)
        {
            completed.Add(operation.Complete(after));
            after = completed[^1].ApplyTo(after);
        }

        var statements = Session.Generator.Generate(completed, before).Statements;
        await Session.RunAsync(statements, Unobserved.Instance, CancellationToken.None);
        return (completed, MySqlDialect.Instance.Normalize(after));
    }

    /// <summary>
    /// Carries operations out, compares what is read back with their effect, undoes them by their reversals, and compares what is
    /// read back with what was there before.
    /// </summary>
    public async Task RoundTripAsync(params Operation[] operations)
    {
        var before = await ReadAsync();
        Same(before, MySqlDialect.Instance.Normalize(before));

        var (completed, expected) = await ApplyAsync(operations);
        var after = await ReadAsync();
        Same(expected, after);
        Same(after, MySqlDialect.Instance.Normalize(after));

        await ApplyAsync(completed.Reverse().SelectMany(operation => Assert.IsType<Reversal.By>(operation.Reverse()).Operations));
        Same(before, await ReadAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Fails with the two texts, in which a difference is easy to see, and never passes schemas that differ.</summary>
    internal static void Same(DatabaseSchema expected, DatabaseSchema actual)
    {
        var (wanted, found) = (Lines(expected), Lines(actual));
        var difference = wanted.Except(found).Select(line => "- " + line).Concat(found.Except(wanted).Select(line => "+ " + line));
        Assert.False(difference.Any(), string.Join('\n', difference));
        Assert.Equal(expected, actual);
    }

    private sealed class Unobserved : IStatementObserver
    {
        internal static readonly Unobserved Instance = new();

        public void Started(int index)
        {
        }

        public void Completed(int index, int affected, TimeSpan elapsed)
        {
        }
    }

    private static string[] Lines(DatabaseSchema schema) =>
    [
        .. schema.Tables.SelectMany(table => new[] { $"{table.Name} {table.Comment} {table.Options}" }
            .Concat(table.Columns.Select(column => $"{table.Name}: {column}"))
            .Concat(table.Constraints.Select(constraint => $"{table.Name}: {constraint}"))
            .Concat(table.Indexes.Select(index => $"{table.Name}: {index}"))
            .Concat(table.Triggers.Select(trigger => $"{table.Name}: {trigger}"))),
        .. schema.Views.Select(view => view.ToString()),
        .. schema.Sequences.Select(sequence => sequence.ToString()),
        .. schema.Routines.Select(routine => routine.ToString()),
        .. schema.Unread,
    ];
}
