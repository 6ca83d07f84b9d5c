using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Godwit.Dialects;
using Godwit.Execution;
using Godwit.Schema;
using Godwit.Specification.Operations;

namespace Godwit.Specification;

/// <summary>A directory with migrations beside a database of its own: what one test works on.</summary>
public sealed class Project : IAsyncDisposable
{
    private readonly FreshDatabase fresh;
    private readonly ConcurrentBag<IAsyncDisposable> opened = [];
    private readonly HandedInCode code = new();

    private Project(Product product, FreshDatabase fresh)
    {
        Product = product;
        this.fresh = fresh;
        Directory.CreateDirectory(Path.Join(Root, "migrations"));
    }

    /// <summary>The product under test.</summary>
    public Product Product { get; }

    /// <summary>The project's directory; its migrations are in <c>migrations</c>.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("godwit-").FullName;

    /// <summary>Everything that migrators of this project told, in order.</summary>
    public ConcurrentQueue<ExecutionEvent> Events { get; } = [];

    /// <summary>How the driver reaches the database; may hold a password.</summary>
    public string ConnectionString => fresh.ConnectionString;

    /// <summary>A project with an empty directory and an empty database.</summary>
    public static async Task<Project> CreateAsync(Product product) => new(product, await product.CreateDatabaseAsync());

    /// <summary>Writes a migration, over the one of that name if there is one.</summary>
    public Project Write(string file, string content)
    {
        var path = Path.Join(Root, "migrations", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    /// <summary>Adds a migration in C# whose down is derived, over the one of that name if there is one.</summary>
    public Project Code(string id, Action<SchemaBuilder> up) => Code(id, new ScenarioMigration(up));

    /// <summary>Adds a migration in C# with a down of its own.</summary>
    public Project Code(string id, Action<SchemaBuilder> up, Action<SchemaBuilder> down) => Code(id, new ScenarioMigrationWithDown(up, down));

    private Project Code(string id, Migration migration)
    {
        code.Add(id + ".cs", migration);
        return Write(id + ".cs", $"// {id}\n");
    }

    /// <summary>Takes a migration's file away.</summary>
    public void Delete(string file) => File.Delete(Path.Join(Root, "migrations", file));

    /// <summary>A new migrator on a handle of its own, as another process would have it.</summary>
    /// <param name="change">Changes the options.</param>
    public Migrator Migrator(Func<MigratorOptions, MigratorOptions>? change = null) => Migrator(Handle(), change);

    /// <summary>A new migrator on a handle that an application has made.</summary>
    public Migrator Migrator(Database handle, Func<MigratorOptions, MigratorOptions>? change = null)
    {
        var options = new MigratorOptions { Root = Root, Directories = ["migrations"], Code = code, OnEvent = Events.Enqueue, LockTimeout = TimeSpan.FromSeconds(30) };
        var migrator = new Migrator(handle, change is null ? options : change(options));
        opened.Add(migrator);
        return migrator;
    }

    /// <summary>Waits until nobody holds the lock: a server takes a moment to notice that a connection is closed. Gives who does after ten seconds.</summary>
    public static async Task<LockHolder?> HolderAfterAsync(Migrator migrator)
    {
        for (var attempt = 0; attempt < 100 && await migrator.LockHolderAsync() is not null; attempt++) await Task.Delay(TimeSpan.FromMilliseconds(100));
        return await migrator.LockHolderAsync();
    }

    /// <summary>A new handle of the database.</summary>
    public Database Handle()
    {
        var handle = fresh.Handle();
        opened.Add(handle);
        return handle;
    }

    /// <summary>Applies all that is pending, with a migrator of its own.</summary>
    public Task<RunResult> MigrateAsync() => Migrator().MigrateAsync();

    /// <summary>Applies all that is pending, and gives the error that this ends with.</summary>
    public Task<GodwitException> MigrateAndFailAsync() => Xunit.Assert.ThrowsAsync<GodwitException>(MigrateAsync);

    /// <summary>Undoes the last migrations, with a migrator of its own.</summary>
    public Task<RunResult> RollbackAsync(int migrations = 1) => Migrator().RollbackAsync(migrations);

    /// <summary>An open connection of the driver's, that Godwit knows nothing of.</summary>
    public async Task<DbConnection> ConnectAsync()
    {
        var connection = fresh.Connect();
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Runs SQL on a connection of its own.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await connection.ExecuteAsync(sql);
    }

    /// <summary>The rows of a query on a connection of its own, each as its values with a space between; NULL is <c>-</c>.</summary>
    public async Task<string[]> RowsAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        return await connection.RowsAsync(sql);
    }

    /// <summary>The first value of a query; null when there is no row.</summary>
    public async Task<string?> ScalarAsync(string sql) => (await RowsAsync(sql)).FirstOrDefault();

    /// <summary>The rows of the history in the order of application: batch, id, state.</summary>
    public Task<string[]> HistoryAsync() => RowsAsync("SELECT batch, migration, state FROM migrations ORDER BY id");

    /// <summary>The names of the tables that are not Godwit's own.</summary>
    public async Task<string[]> TablesAsync() =>
    [
        .. from thing in await RowsAsync(Product.CatalogQuery)
           where thing.StartsWith("table ", StringComparison.Ordinal)
           let name = thing["table ".Length..]
           where !name.StartsWith("migrations", StringComparison.Ordinal)
           orderby name
           select name,
    ];

    /// <summary>All that the database holds: its catalog, and every row of every table.</summary>
    public async Task<string[]> DumpAsync()
    {
        await using var connection = await ConnectAsync();
        var catalog = await connection.RowsAsync(Product.CatalogQuery);
        var dump = new List<string>(catalog);
        foreach (var thing in catalog.Where(thing => thing.StartsWith("table ", StringComparison.Ordinal)))
        {
            var rows = await connection.RowsAsync($"SELECT * FROM {Product.Dialect.Quote(ObjectName.Parse(thing["table ".Length..]))} ORDER BY 1");
            dump.AddRange(rows.Select(row => $"{thing}: {row}"));
        }

        return [.. dump];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // migrators close their sessions before the handles that opened them go
        foreach (var one in opened.OrderBy(one => one is Database)) await one.DisposeAsync();
        await fresh.DisposeAsync();
        Directory.Delete(Root, recursive: true);
    }
}

/// <summary>Plain SQL on a connection of a driver's.</summary>
internal static class PlainSql
{
    internal static async Task ExecuteAsync(this DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    internal static async Task<string[]> RowsAsync(this DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(string.Join(' ', values.Select(value => value is DBNull ? "-" : Convert.ToString(value, CultureInfo.InvariantCulture))));
        }

        return [.. rows];
    }
}
