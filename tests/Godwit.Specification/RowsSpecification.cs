using System.Globalization;
using System.Text;
using Godwit.Operations;
using Godwit.Schema;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>Rows that seeders and seed files write: every kind of value, and what is said of those that the database refuses.</summary>
public abstract class RowsSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    private static readonly object?[][] EveryKind =
    [
        [1L, "plain", "", true, 1.5, 12.50m, new DateOnly(2024, 2, 29), new DateTime(2024, 2, 29, 23, 59, 58), new TimeOnly(23, 59, 58), Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), new byte[] { 0, 1, 255 }, "{\"a\": [1, 2]}", (short)-7],
        [2L, "ünï\"cödé 🐦 'quoted' \\ back\tslash\nline", "x", false, -0.000125, -99999999.99m, new DateOnly(1970, 1, 1), new DateTime(1999, 12, 31, 0, 0, 0), new TimeOnly(0, 0, 0), Guid.Empty, Array.Empty<byte>(), "[]", (short)0],
        [3L, "nulls", null, null, null, null, null, null, null, null, null, null, null],
        [long.MaxValue, "large", "y", true, 1e300, 0.01m, new DateOnly(9999, 12, 31), new DateTime(2038, 1, 20, 3, 14, 8), new TimeOnly(12, 0, 0), Guid.Parse("ffffffff-ffff-ffff-ffff-ffffffffffff"), new byte[300], "null", short.MaxValue],
        [5L, "numbers", "z", true, 0.0, 10000m, new DateOnly(2000, 1, 1), new DateTime(2000, 1, 1, 0, 0, 1), new TimeOnly(0, 0, 1), Guid.Empty, new byte[] { 92, 39, 0 }, "1", short.MinValue],
        [6L, "zero", "z", false, -1.0, 0m, new DateOnly(2000, 1, 2), new DateTime(1900, 1, 1, 12, 30, 0), new TimeOnly(1, 2, 3), Guid.Empty, new byte[] { 1 }, "{}", (short)1],
    ];

    [DatabaseFact]
    public async Task Rows_written_the_fast_way_are_those_that_INSERT_writes()
    {
        await using var database = await CreateFastAndSlowAsync();
        await using var session = await database.OpenAsync(CancellationToken.None);
        var columns = await InsertSlowlyAsync(session, EveryKind);

        await session.RunAsync([new Godwit.Sql.SqlStatement(Product.Dialect.Traits.Begin)], Dialects.SilentObserver.Instance, CancellationToken.None);
        await session.WriteRowsAsync(new Dialects.RowTarget("fast", columns), EveryKind.Chunk(2).ToAsyncEnumerable(), CancellationToken.None);
        await session.RunAsync([new Godwit.Sql.SqlStatement("COMMIT")], Dialects.SilentObserver.Instance, CancellationToken.None);

        await AssertFastIsSlowAsync(EveryKind.Length, columns);
    }

    [DatabaseFact]
    public async Task Fields_of_a_file_are_the_values_that_INSERT_writes()
    {
        await using var database = await CreateFastAndSlowAsync();
        await using var session = await database.OpenAsync(CancellationToken.None);
        object?[] formed = [7L, "forms", "", true, 1500.0, 150m, new DateOnly(2024, 2, 29), new DateTime(2024, 2, 29, 23, 59, 58), new TimeOnly(23, 59, 0), Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), new byte[] { 0, 255 }, "[]", (short)-7];
        var columns = await InsertSlowlyAsync(session, [.. EveryKind, formed]);

        File("fast.csv", string.Join('\n', [
            string.Join(',', columns.Select(column => column.Name)),
            .. EveryKind.Select(row => string.Join(',', row.Select(InFile))),
            "+7,forms,\"\",YES,1.5e3,1.5e2,2024-02-29,2024-02-29T23:59:58,23:59,0F8FAD5B-D9CB-469F-A165-70867728950E,0x00FF,[], -7 ",
        ]));
        await Project.Migrator().SeedAsync();

        await AssertFastIsSlowAsync(EveryKind.Length + 1, columns);
    }

    [DatabaseFact]
    public async Task Exact_numbers_of_a_file_keep_each_digit()
    {
        string[] numbers = ["0", "-0.00", "0.0001", "-0.5", "10000", "00012.5", ".5", "5.", "+7", "1e4", "-1.25E-2", "12345678.0001", "99999999.99999", "100000000", "-9999.9999", "1000000000000000"];
        Project.Code("1_tables", schema =>
        {
            foreach (var name in (string[])["fast", "slow"]) schema.Create(name, table =>
            {
                table.Integer("n");
                table.Decimal("d", 20, 4);
            });
            schema.Create("long_ones", table => table.Decimal("d", 45, 20));
        });
        await Project.MigrateAsync();
        foreach (var (n, number) in numbers.Index()) await Project.ExecuteAsync($"INSERT INTO slow (n, d) VALUES ({n}, {number})");

        File("1_fast.csv", "n,d\n" + string.Join('\n', numbers.Select((number, n) => $"{n},{number}")));
        File("2_long_ones.csv", "d\n1234567890123456789012345.12345678901234567891\n");
        await Project.Migrator().SeedAsync();

        Assert.Equal(await Project.RowsAsync("SELECT n, d FROM slow ORDER BY n"), await Project.RowsAsync("SELECT n, d FROM fast ORDER BY n"));
        // SQLite keeps no exact number of that length (manual, "Datatypes In SQLite": 3)
        var (text, kept) = Product.Dialect.Name == "sqlite" ? ("d || ''", "1.23456789012346e+24") : ("concat(d, '')", "1234567890123456789012345.12345678901234567891");
        Assert.Equal(kept, await Project.ScalarAsync($"SELECT {text} FROM long_ones"));
    }

    [DatabaseFact]
    public async Task A_row_that_is_there_is_changed_instead_of_added()
    {
        await CreateUsersAsync();
        await SeedAsync(context => context.InsertAsync("users", new { email = "ann@example.com", age = 30 }));

        await SeedAsync(context => context.UpsertAsync("users", [new { email = "bob@example.com", age = 1 }, new { email = "ann@example.com", age = 31 }], "email"));

        Assert.Equal(["ann@example.com 31", "bob@example.com 1"], await Project.RowsAsync("SELECT email, age FROM users ORDER BY email"));
    }

    [DatabaseFact]
    public async Task Rows_that_bring_their_own_numbers_leave_none_of_them_to_the_next()
    {
        await CreateUsersAsync();

        await SeedAsync(context => context.InsertAsync("users", Enumerable.Range(1, 5).Select(number => new { id = number, email = $"{number}@example.com" })));

        await Project.ExecuteAsync("INSERT INTO users (email) VALUES ('next@example.com')");
        Assert.Equal("6", await Project.ScalarAsync("SELECT id FROM users WHERE email = 'next@example.com'"));
    }

    [DatabaseFact]
    public async Task A_row_that_breaks_a_unique_key_is_shown_with_its_values_shortened()
    {
        await CreateUsersAsync();
        var rows = Enumerable.Range(1, 6000).Select(number => new { email = $"{(number == 5800 ? 17 : number)}@example.com", name = new string('x', 90) });

        var error = await FailedAsync(context => context.InsertAsync("users", rows));

        Assert.Contains("users refused row 5800:", error.Message, StringComparison.Ordinal);
        Assert.Contains("  email = '17@example.com'", error.Message, StringComparison.Ordinal);
        Assert.Contains($"  name = '{new string('x', 39)}…'", error.Message, StringComparison.Ordinal);
        Assert.Equal("0", await Project.ScalarAsync("SELECT COUNT(*) FROM users"));
        Assert.EndsWith("RowsSpecification.cs", error.Location!.Path, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task A_row_that_lacks_a_value_is_shown()
    {
        await CreateUsersAsync();

        var error = await FailedAsync(context => context.InsertAsync("users", [new { email = (string?)"a@example.com" }, new { email = (string?)null }]));

        Assert.Contains("users refused row 2:", error.Message, StringComparison.Ordinal);
        Assert.Contains("  email = NULL", error.Message, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task A_row_that_refers_to_none_is_shown()
    {
        await CreateUsersAsync();
        await SeedAsync(context => context.InsertAsync("users", new { id = 1, email = "a@example.com" }));

        var error = await FailedAsync(context => context.InsertAsync("posts", [new { user_id = 1 }, new { user_id = 1 }, new { user_id = 99 }]));

        Assert.Contains("posts refused row 3:", error.Message, StringComparison.Ordinal);
        Assert.Contains("  user_id = 99", error.Message, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task A_misspelt_table_or_column_is_answered_with_the_nearest_name()
    {
        await CreateUsersAsync();

        Assert.Equal("Did you mean users?", (await FailedAsync(context => context.InsertAsync("user", new { email = "x" }))).Remedy);
        Assert.Equal("Did you mean email?", (await FailedAsync(context => context.InsertAsync("users", new { emial = "x" }))).Remedy);
    }

    [DatabaseFact]
    public async Task Rows_of_a_CSV_file_go_into_the_table_it_is_named_after()
    {
        await CreateUsersAsync();
        File("010_users.csv", "email,age,active,joined,name\r\n\"a@example.com\",30,true,2024-05-01 10:00:00,\"Ann \"\"A\"\" Lee\"\r\n\nb@example.com,,no,,\"two\nlines, one comma\"\nc@example.com,1,,,\"\"");

        await Project.Migrator().SeedAsync();

        Assert.Equal(
            ["a@example.com 30 Ann \"A\" Lee", "b@example.com - two\nlines, one comma", "c@example.com 1 "],
            await Project.RowsAsync("SELECT email, age, name FROM users ORDER BY email"));
        Assert.Contains("2024", await Project.ScalarAsync("SELECT joined FROM users WHERE age = 30"), StringComparison.Ordinal);
        Assert.Equal("1", await Project.ScalarAsync("SELECT COUNT(*) FROM users WHERE active IS NULL"));
    }

    [DatabaseFact]
    public async Task A_CSV_file_with_other_columns_than_the_table_is_an_error_with_the_nearest_name()
    {
        await CreateUsersAsync();
        File("users.csv", "emial,age\nx,1\n");

        var error = await Assert.ThrowsAnyAsync<GodwitException>(() => Project.Migrator().SeedAsync());

        Assert.Equal((ErrorCode.InvalidSeedFile, "database/seeders/users.csv:1:1", "Did you mean email?"), (error.Code, error.Location?.ToString(), error.Remedy));
    }

    [DatabaseFact]
    public async Task A_CSV_line_with_too_few_fields_or_a_wrong_value_is_named()
    {
        await CreateUsersAsync();
        File("users.csv", "email,age\na@example.com,1\nb@example.com\n");
        var few = await Assert.ThrowsAnyAsync<GodwitException>(() => Project.Migrator().SeedAsync());
        File("users.csv", "email,age\n\"a\n@example.com\",1\nb@example.com,young\n");
        var wrong = await Assert.ThrowsAnyAsync<GodwitException>(() => Project.Migrator().SeedAsync());

        Assert.Equal("database/seeders/users.csv:3:1", few.Location?.ToString());
        Assert.Contains("There are 1 fields on the line, and 2 columns in the first: email, age.", few.Message, StringComparison.Ordinal);
        Assert.Equal("database/seeders/users.csv:4:1", wrong.Location?.ToString());
        Assert.Contains("age: 'young' is not a whole number.", wrong.Message, StringComparison.Ordinal);
        Assert.Equal("0", await Project.ScalarAsync("SELECT COUNT(*) FROM users"));
    }

    [DatabaseFact]
    public async Task A_CSV_line_that_the_database_refuses_is_named()
    {
        await CreateUsersAsync();
        File("users.csv", "email\na@example.com\na@example.com\n");

        var error = await Assert.ThrowsAnyAsync<GodwitException>(() => Project.Migrator().SeedAsync());

        Assert.Equal("database/seeders/users.csv:3:1", error.Location?.ToString());
    }

    [DatabaseTheory]
    [InlineData(7_000)]
    [InlineData(27_000)]
    public async Task A_line_far_into_a_long_file_is_named_and_shown_when_it_is_refused(int bad)
    {
        await CreateUsersAsync();
        File("users.csv", "email,age\n" + string.Concat(Enumerable.Range(1, 30_000).Select(number => $"{(number == bad ? 17 : number)}@example.com,{number}\n")));

        var error = await Assert.ThrowsAnyAsync<GodwitException>(() => Project.Migrator().SeedAsync());

        Assert.Equal($"database/seeders/users.csv:{bad + 1}:1", error.Location?.ToString());
        Assert.Contains($"users refused row {bad}:", error.Message, StringComparison.Ordinal);
        Assert.Contains($"  age = {bad}", error.Message, StringComparison.Ordinal);
        Assert.Equal("0", await Project.ScalarAsync("SELECT COUNT(*) FROM users"));
    }

    [DatabaseFact]
    public async Task A_line_far_into_a_long_file_that_cannot_be_read_is_named_and_leaves_nothing()
    {
        await CreateUsersAsync();
        File("users.csv", "email,age\n" + string.Concat(Enumerable.Range(1, 8_000).Select(number => $"{number}@example.com,{(number == 7_000 ? "young" : number)}\n")));

        var error = await Assert.ThrowsAnyAsync<GodwitException>(() => Project.Migrator().SeedAsync());

        Assert.Equal(ErrorCode.InvalidSeedFile, error.Code);
        Assert.Equal("database/seeders/users.csv:7001:1", error.Location?.ToString());
        Assert.Equal("0", await Project.ScalarAsync("SELECT COUNT(*) FROM users"));
    }

    [DatabaseFact]
    public async Task Rows_of_a_JSON_file_go_into_the_table_it_is_named_after()
    {
        await CreateUsersAsync();
        File("users.json", "[ { \"email\": \"a@example.com\", \"age\": 30, \"active\": true, \"name\": null }, // a comment\n { \"email\": \"b@example.com\", \"active\": false } ]");

        await Project.Migrator().SeedAsync();

        Assert.Equal(["a@example.com 30", "b@example.com -"], await Project.RowsAsync("SELECT email, age FROM users ORDER BY email"));
    }

    [DatabaseFact]
    public async Task A_SQL_file_that_fails_is_named_with_its_line_and_leaves_nothing()
    {
        await CreateUsersAsync();
        File("1_first.sql", "INSERT INTO users (email) VALUES ('a@example.com');");
        File("2_second.sql", "INSERT INTO users (email) VALUES ('b@example.com');\n\nINSERT INTO nowhere VALUES (1);");

        var error = await Assert.ThrowsAnyAsync<GodwitException>(() => Project.Migrator().SeedAsync());

        Assert.StartsWith("database/seeders/2_second.sql:3:", error.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal("Nothing of 2_second.sql was kept. 1_first.sql was run before it.", error.State);
        Assert.Equal(["a@example.com"], await Project.RowsAsync("SELECT email FROM users"));
    }

    private static string InFile(object? value) => value switch
    {
        null => "",
        string text => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        // text on SQLite, as INSERT writes it
        Guid id => id.ToString("D").ToUpperInvariant(),
        byte[] bytes => @"\x" + Convert.ToHexString(bytes),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static async Task<ValueList<Column>> InsertSlowlyAsync(Dialects.DatabaseSession session, object?[][] rows)
    {
        var columns = (await session.ReadSchemaAsync([], CancellationToken.None)).Require("fast").Columns;
        var insert = new InsertRows("slow", columns.Select(column => column.Name).ToValueList(), rows.Select(row => row.ToValueList()).ToValueList());
        await session.RunAsync(session.Generator.Generate([insert], new DatabaseSchema(session.Product)).Statements, Dialects.SilentObserver.Instance, CancellationToken.None);
        return columns;
    }

    private static void EveryColumn(CreateTableBlueprint table)
    {
        table.BigInteger("n");
        table.String("s", 100);
        table.Text("t").Nullable();
        table.Boolean("b").Nullable();
        table.Double("f").Nullable();
        table.Decimal("d", 20, 4).Nullable();
        table.Date("day").Nullable();
        table.DateTime("moment").Nullable();
        table.Time("time_of_day").Nullable();
        table.Uuid("u").Nullable();
        table.Binary("bytes").Nullable();
        table.Jsonb("j").Nullable();
        table.SmallInteger("small").Nullable();
    }

    private async Task<Database> CreateFastAndSlowAsync()
    {
        Project.Code("1_tables", schema =>
        {
            foreach (var name in (string[])["fast", "slow"]) schema.Create(name, EveryColumn);
        });
        await Project.MigrateAsync();
        return Project.Handle();
    }

    private async Task AssertFastIsSlowAsync(int rows, ValueList<Column> columns)
    {
        var slow = await Project.RowsAsync("SELECT * FROM slow ORDER BY n");
        Assert.Equal(rows, slow.Length);
        Assert.Equal(slow, await Project.RowsAsync("SELECT * FROM fast ORDER BY n"));
        var hex = Product.Dialect.Name == "postgresql" ? "encode(bytes, 'hex')" : "hex(bytes)";
        Assert.Equal(await Project.RowsAsync($"SELECT {hex} FROM slow ORDER BY n"), await Project.RowsAsync($"SELECT {hex} FROM fast ORDER BY n"));
        var types = string.Join(", ", columns.Select(column => $"typeof({column.Name})"));
        if (Product.Dialect.Name == "sqlite") Assert.Equal(await Project.RowsAsync($"SELECT {types} FROM slow ORDER BY n"), await Project.RowsAsync($"SELECT {types} FROM fast ORDER BY n"));
    }

    private async Task CreateUsersAsync()
    {
        Project.Code("1_tables", schema =>
        {
            schema.Create("users", table =>
            {
                table.Id();
                table.String("email", 100).Unique();
                table.String("name").Nullable();
                table.Integer("age").Nullable();
                table.Boolean("active").Nullable();
                table.DateTime("joined").Nullable();
            });
            schema.Create("posts", table =>
            {
                table.Id();
                table.ForeignId("user_id").Constrained();
            });
        });
        await Project.MigrateAsync();
    }

    private void File(string name, string text)
    {
        var directory = Directory.CreateDirectory(Path.Join(Project.Root, "database/seeders"));
        System.IO.File.WriteAllText(Path.Join(directory.FullName, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
    }

    private Task<Seeding.SeedResult> SeedAsync(Func<SeedContext, Task> work)
    {
        InlineSeeder.Work.Value = work;
        return Project.Migrator().SeedAsync(new Seeding.SeedRequest { Seeder = "InlineSeeder", Classes = [typeof(InlineSeeder)] });
    }

    private async Task<GodwitException> FailedAsync(Func<SeedContext, Task> work)
    {
        var error = await Assert.ThrowsAnyAsync<GodwitException>(() => SeedAsync(work));
        AssertHelpful(error);
        return error;
    }

    private sealed class InlineSeeder : Seeder
    {
        public static AsyncLocal<Func<SeedContext, Task>> Work { get; } = new();

        public override async Task RunAsync(SeedContext context) => await Work.Value!(context);
    }
}
