using System.Data.Common;
using Godwit.Schema;
using Godwit.Seeding;

namespace Godwit;

/// <summary>
/// The database as a seeder sees it. The seeder's transaction begins with its first statement and is Godwit's to end: do not begin or end one. A
/// cancelled run cancels whatever is being done.
/// </summary>
public sealed class SeedContext
{
    private readonly SeedFrame frame;

    internal SeedContext(SeedFrame frame) => this.frame = frame;

    /// <summary>The environment's name: <c>development</c>, <c>staging</c> …</summary>
    public string Environment => frame.Run.Settings.Environment;

    /// <summary>The database by name: <c>sqlite</c>, <c>postgresql</c>, <c>mysql</c>, <c>mariadb</c>.</summary>
    public string Product => frame.Run.Session.Product;

    /// <summary>Cancelled when the run is, for what a seeder does beside the database.</summary>
    public CancellationToken Cancellation => frame.Run.Settings.Cancellation;

    internal SeedFrame Frame => frame;

    /// <summary>Adds a row: <c>await context.InsertAsync("roles", new { name = "admin" })</c>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="row">An object whose properties are columns (<c>CountryCode</c> is <c>country_code</c> where no column is called like the property), or a dictionary.</param>
    /// <exception cref="GodwitException">There is no such table or column, or the database refused the row.</exception>
    public Task<long> InsertAsync(ObjectName table, object row) => InsertAsync(table, [row]);

    /// <summary>Adds rows by the fastest way that the database has, a few thousand at a time: a million take no more memory than that.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">Objects whose properties are columns, or dictionaries; all with the same columns. They are gone through once.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="GodwitException">There is no such table or column, the rows differ in their columns, or the database refused one.</exception>
    public Task<long> InsertAsync(ObjectName table, IEnumerable<object> rows) => WriteAsync(table, rows, []);

    /// <summary>Adds the rows of model classes to their tables.</summary>
    /// <typeparam name="TModel">The model class.</typeparam>
    /// <param name="models">The models. They are gone through once; keys that the database makes are not read back.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="GodwitException">The class has no table, or the database refused a row.</exception>
    public Task<long> InsertAsync<TModel>(IEnumerable<TModel> models)
        where TModel : class => WriteAsync(ModelRow.TableOf(typeof(TModel)), models, []);

    /// <summary>Adds rows that are values already: the fastest of all.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">For each row its values in the order of the columns.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="GodwitException">There is no such table or column, or the database refused a row.</exception>
    public async Task<long> InsertAsync(ObjectName table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        var target = (await TableAsync(table)).Target(columns);
        return await frame.WriteAsync(target, SeedWindows.Of(rows.Select(row => RowValues.Checked(row, target))));
    }

    /// <summary>Adds a row, or changes it where one with the same key is there: <c>await context.UpsertAsync("roles", new { name = "admin", level = 3 }, "name")</c>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="row">The row.</param>
    /// <param name="key">The columns of the key: a primary key or a unique constraint.</param>
    /// <exception cref="GodwitException">There is no such table or column, or the database refused the row.</exception>
    public Task<long> UpsertAsync(ObjectName table, object row, params string[] key) => UpsertAsync(table, [row], key);

    /// <summary>Adds rows, and changes those that are there.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows, all with the same columns.</param>
    /// <param name="key">The columns of the key: a primary key or a unique constraint.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="GodwitException">There is no such table or column, or the database refused a row.</exception>
    public Task<long> UpsertAsync(ObjectName table, IEnumerable<object> rows, params string[] key) => key.Length > 0
        ? WriteAsync(table, rows, key.ToValueList())
        : throw new GodwitException(ErrorCode.InvalidDefinition, $"No columns are given that identify the rows of {table}.", "Name them after the rows: UpsertAsync(\"roles\", row, \"name\").");

    /// <summary>Runs a statement.</summary>
    /// <param name="sql">The statement, with <c>@p0</c>, <c>@p1</c> … where the values stand.</param>
    /// <param name="values">The values.</param>
    /// <returns>How many rows it changed.</returns>
    /// <exception cref="DbException">The database refused it.</exception>
    public async Task<int> ExecuteAsync(string sql, params object?[] values) => await (await OpenAsync()).ExecuteAsync(sql, Cancellation, values);

    /// <summary>Runs a query for the first value of its first row.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="sql">The query, with <c>@p0</c>, <c>@p1</c> … where the values stand.</param>
    /// <param name="values">The values.</param>
    /// <returns>The value; the type's default when there is no row or it is NULL.</returns>
    /// <exception cref="DbException">The database refused it.</exception>
    public async Task<T?> ScalarAsync<T>(string sql, params object?[] values) => await (await OpenAsync()).ScalarAsync<T>(sql, Cancellation, values);

    /// <summary>Runs a query for all its rows.</summary>
    /// <typeparam name="T">What is made of a row.</typeparam>
    /// <param name="sql">The query, with <c>@p0</c>, <c>@p1</c> … where the values stand.</param>
    /// <param name="row">Makes something of a row.</param>
    /// <param name="values">The values.</param>
    /// <exception cref="DbException">The database refused it.</exception>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> row, params object?[] values) =>
        await (await OpenAsync()).QueryAsync(sql, row, Cancellation, values);

    /// <summary>The open connection, inside the seeder's transaction, for what the other members lack.</summary>
    public async Task<DbConnection> ConnectionAsync() => (await frame.OpenAsync()).Connection;

    /// <summary>
    /// Runs another seeder, unless it has been run in this run. Where this one has written nothing yet, the other has a transaction of its own;
    /// afterwards it is a part of this one's.
    /// </summary>
    /// <typeparam name="TSeeder">The other seeder.</typeparam>
    /// <exception cref="GodwitException">It failed, or asks for this one in turn.</exception>
    public Task CallAsync<TSeeder>()
        where TSeeder : Seeder => CallAsync(typeof(TSeeder).Name);

    /// <summary>Runs other seeders one after the other: classes, or files of the seeders' directory.</summary>
    /// <param name="seeders">Their names: <c>UserSeeder</c>, <c>countries.csv</c>.</param>
    /// <exception cref="GodwitException">One of them is unknown, failed, or asks for this one in turn.</exception>
    public async Task CallAsync(params string[] seeders)
    {
        foreach (var seeder in seeders) await frame.Run.CallAsync(seeder, frame);
    }

    /// <summary>What the database holds: its tables with their columns, keys and checks. Read once in a run.</summary>
    public Task<DatabaseSchema> SchemaAsync() => frame.Run.SchemaAsync();

    internal async Task<SeedTable> TableAsync(ObjectName name)
    {
        var schema = await SchemaAsync();
        if (schema.Find(name) is null)
        {
            // a seeder may have made it
            frame.Run.ForgetSchema();
            schema = await SchemaAsync();
        }

        return SeedTable.Of(schema, name);
    }

    private async Task<MigrationConnection> OpenAsync() => new((await frame.OpenAsync()).Connection, Product);

    private async Task<long> WriteAsync(ObjectName name, IEnumerable<object> rows, ValueList<string> key)
    {
        var table = await TableAsync(name);
        using var source = rows.GetEnumerator();
        if (!source.MoveNext()) return 0;
        var reader = RowReader.For(source.Current, table);
        foreach (var column in key) table.Require(column);
        return await frame.WriteAsync(reader.Target with { Key = key }, SeedWindows.Of(Rest(source, reader)));
    }

    private static IEnumerable<object?[]> Rest(IEnumerator<object> rows, RowReader reader)
    {
        do
        {
            yield return reader.Read(rows.Current);
        }
        while (rows.MoveNext());
    }
}
