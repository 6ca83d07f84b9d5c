using Godwit.Execution;
using Godwit.Specification;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.MySql.Tests;

/// <summary>Changes of a table that are several statements, each of which commits: whatever is cut off, each change is made once.</summary>
[RequiresServer(MySqlProduct.Variable)]
public sealed class CutOffChangesTest : Specification<MySqlProduct>
{
    private const string Journal = "SELECT idx, hash, state FROM migrations_journal WHERE migration = '2_changes' ORDER BY idx";

    [DatabaseTheory]
    [MemberData(nameof(Places))]
    public async Task A_run_that_is_cut_off_and_cut_off_again_where_it_is_gone_on_with_leaves_what_a_clean_run_does(int statement, bool isDone)
    {
        await using var clean = await Project.CreateAsync(Product);
        await DescribeAsync(clean);
        await clean.MigrateAsync();
        await DescribeAsync(Project);
        await CutOffAsync(happened => IsAt(happened, statement, isDone));
        await CutOffAsync(happened => happened is ExecutionEvent.StatementStarted);
        await CutOffAsync(happened => happened is ExecutionEvent.StatementCompleted);

        await Project.MigrateAsync();

        Assert.Equal(await TablesOfAsync(clean), await TablesOfAsync(Project));
        Assert.Equal(await clean.RowsAsync(Journal), await Project.RowsAsync(Journal));
        Assert.Equal(["2_changes applied"], await Project.RowsAsync("SELECT migration, state FROM migrations"));
    }

    public static TheoryData<int, bool> Places()
    {
        var places = new TheoryData<int, bool>();
        for (var statement = 0; statement < 5; statement++)
        {
            places.Add(statement, false);
            places.Add(statement, true);
        }

        return places;
    }

    [DatabaseFact]
    public async Task Columns_that_changed_their_names_with_each_other_keep_them_where_a_later_operation_failed()
    {
        await Project.ExecuteAsync("CREATE TABLE a (port int, starboard int); INSERT INTO a VALUES (1, 2)");
        Project.Code("1_swap", schema => Swap(schema, "INSERT INTO misspelt VALUES (1)"));
        await Project.MigrateAndFailAsync();
        Project.Code("1_swap", schema => Swap(schema, "INSERT INTO a (port, starboard) VALUES (3, 4)"));

        await Project.MigrateAsync();

        Assert.Equal(["2 1", "3 4"], await Project.RowsAsync("SELECT port, starboard FROM a ORDER BY port"));

        static void Swap(SchemaBuilder schema, string last)
        {
            schema.Table("a", table =>
            {
                table.RenameColumn("port", "middle");
                table.RenameColumn("starboard", "port");
                table.RenameColumn("middle", "starboard");
            });
            schema.Sql(last, down: "");
        }
    }

    [DatabaseFact]
    public async Task A_column_that_took_the_place_of_another_keeps_its_values_where_a_later_operation_failed()
    {
        await Project.ExecuteAsync("CREATE TABLE a (id int, note int); INSERT INTO a VALUES (1, 2)");
        Project.Code("1_note", schema => Replace(schema, "INSERT INTO misspelt VALUES (1)"));
        await Project.MigrateAndFailAsync();
        await Project.ExecuteAsync("UPDATE a SET note = 'kept'");
        Project.Code("1_note", schema => Replace(schema, "INSERT INTO a VALUES (2, 'new')"));

        await Project.MigrateAsync();

        Assert.Equal(["1 kept", "2 new"], await Project.RowsAsync("SELECT id, note FROM a ORDER BY id"));

        static void Replace(SchemaBuilder schema, string last)
        {
            schema.Table("a", table =>
            {
                table.DropColumn("note");
                table.String("note", 20).Nullable();
            });
            schema.Sql(last, down: "");
        }
    }

    [DatabaseFact]
    public async Task A_script_of_many_statements_is_gone_on_with_in_the_middle()
    {
        var rows = string.Concat(Enumerable.Range(1, 250).Select(n => $"INSERT INTO a VALUES ({n});\n"));
        Project.Code("1_a", schema => schema.Sql($"CREATE TABLE a (id int PRIMARY KEY);\n{rows}CREATE TABLE b (id int);\nINSERT INTO a VALUES (251)", down: ""));
        await CutOffAsync(happened => IsAt(happened, 251, isDone: true));

        await Project.MigrateAsync();

        Assert.Equal(["251 251"], await Project.RowsAsync("SELECT COUNT(*), MAX(id) FROM a"));
        Assert.Equal(["a", "b"], await Project.TablesAsync());
    }

    private static async Task DescribeAsync(Project project)
    {
        await project.ExecuteAsync("CREATE TABLE members (id bigint PRIMARY KEY, name varchar(60) NOT NULL, points int, old int); INSERT INTO members VALUES (1, 'one', 5, 6)");
        project.Code("2_changes", schema =>
        {
            schema.Table("members", table =>
            {
                table.String("name", 120).Nullable().Change();
                table.Integer("level").Default(3);
                table.RenameColumn("points", "score");
                table.DropColumn("old");
                table.Unique("name", "id");
            });
            schema.Create("badges", table =>
            {
                table.BigInteger("id").Primary();
                table.String("label", 30);
            });
            schema.Sql("INSERT INTO badges (id, label) SELECT id, name FROM members", down: "");
            schema.AlterColumn("badges", "label").Nullable();
        });
    }

    private static bool IsAt(ExecutionEvent happened, int statement, bool isDone) => isDone
        ? happened is ExecutionEvent.StatementCompleted completed && completed.Index == statement
        : happened is ExecutionEvent.StatementStarted started && started.Index == statement;

    private static async Task<string[]> TablesOfAsync(Project project) =>
    [
        (await project.RowsAsync("SHOW CREATE TABLE members"))[0],
        (await project.RowsAsync("SHOW CREATE TABLE badges"))[0],
        .. await project.RowsAsync("SELECT * FROM members"),
        .. await project.RowsAsync("SELECT * FROM badges"),
    ];

    // A run that has nothing left to do at the place comes to its end.
    private async Task CutOffAsync(Func<ExecutionEvent, bool> place)
    {
        var isCut = false;
        try
        {
            await Project.Migrator(options => options with { OnEvent = Watch }).MigrateAsync();
        }
        catch (GodwitException cut) when (isCut && cut.Code is ErrorCode.ConnectionLost)
        {
            // as meant
        }

        void Watch(ExecutionEvent happened)
        {
            if (isCut || !place(happened)) return;
            isCut = true;
            KillOthers();
        }
    }

    // As the server's operator does: every session of this database but the one that asks. It runs inside the run, on its thread.
    private void KillOthers()
    {
        var sessions = Project.RowsAsync("SELECT ID FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND ID <> CONNECTION_ID()").GetAwaiter().GetResult();
        foreach (var session in sessions) Project.ExecuteAsync($"KILL {session}").GetAwaiter().GetResult();
    }
}
