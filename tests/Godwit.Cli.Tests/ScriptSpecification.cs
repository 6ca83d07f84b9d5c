using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Cli.Tests;

public sealed class ScriptOnSqliteTest() : ScriptSpecification(Server.Sqlite);

[RequiresServer("GODWIT_TEST_POSTGRESQL")]
public sealed class ScriptOnPostgreSqlTest() : ScriptSpecification(Server.PostgreSql);

[RequiresServer("GODWIT_TEST_MARIADB")]
public sealed class ScriptOnMariaDbTest() : ScriptSpecification(Server.MariaDb);

/// <summary>Scripts that are written without a connection, and run by the database's own client.</summary>
public abstract class ScriptSpecification(Server server) : DatabaseSpecification(server)
{
    private const string Texts = "It's \\ \"quoted\", ümläut, 100% -- not a comment; $1 :x";

    [DatabaseFact]
    [Trait("Parity", "C6")]
    public async Task The_client_makes_of_the_script_what_the_command_makes_of_the_migrations()
    {
        Mixed();
        await AssertSameAsync("");
    }

    [DatabaseFact]
    [Trait("Parity", "C6")]
    public async Task So_it_does_of_the_samples()
    {
        Samples.CopyTo(Project, "blog");
        await AssertSameAsync(Server switch
        {
            Server.PostgreSql => " --dir postgresql",
            Server.MariaDb => " --dir mariadb",
            _ => "",
        });
    }

    [DatabaseFact]
    [Trait("Parity", "C6")]
    public async Task A_part_of_the_way_is_a_script_for_a_database_at_its_beginning_and_for_no_other()
    {
        Mixed();
        var rest = (await OfflineAsync("upgrade 002:head --sql")).Out;
        await Project.RunAsync("upgrade 001");
        var before = await StateAsync();

        var (code, output, error) = await ShellAsync(rest);
        Assert.NotEqual(0, code);
        Assert.Contains("This script is for a database at 002", output + error, StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync());

        await Project.RunAsync("upgrade 002");
        await RunAsync(rest);
        var all = await EverythingAsync();
        Assert.Equal(["001_notes 1", "002_index 2", "003_words 3", "004_tags 3", "005_change 3"], await HistoryAsync());
        await Project.RunAsync("wipe --force");
        await Project.RunAsync("upgrade 001");
        await Project.RunAsync("upgrade 002");
        (await Project.RunAsync("upgrade")).Succeeded();
        Assert.Equal(await EverythingAsync(), all);
    }

    [DatabaseFact]
    [Trait("Parity", "C4 C6")]
    public async Task A_script_may_lead_to_all_heads_of_branches_that_nobody_has_joined()
    {
        Project.TableMigration("001_a.sql", "a");
        Project.Migration("002_b.sql", "-- parent: 001_a\n-- UP\nCREATE TABLE b (id int);\n-- DOWN\nDROP TABLE b;");
        Project.Migration("003_c.sql", "-- parent: 001_a\n-- UP\nCREATE TABLE c (id int);\n-- DOWN\nDROP TABLE c;");
        (await Project.RunAsync("upgrade --sql")).Failed("several-heads", ExitCode.Failed, "002_b, 003_c");
        var (all, rest) = ((await OfflineAsync("upgrade heads --sql")).Out, (await OfflineAsync("upgrade 002_b:heads --sql")).Out);
        var back = (await OfflineAsync("downgrade heads:001 --sql")).Out;
        (await Project.RunAsync("upgrade heads")).Succeeded();
        var upgraded = await EverythingAsync();
        (await Project.RunAsync("wipe --force")).Succeeded();

        await RunAsync(all);
        Assert.Equal(upgraded, await EverythingAsync());
        await RunAsync(back);
        Assert.Equal(["001_a 1"], await HistoryAsync());
        Assert.NotEqual(0, (await ShellAsync(rest)).Code);
        (await Project.RunAsync("upgrade 002_b")).Succeeded();
        await RunAsync(rest);
        Assert.Equal(["001_a 1", "002_b 2", "003_c 3"], await HistoryAsync());
    }

    [DatabaseTheory]
    [InlineData("base")]
    [InlineData("001")]
    [InlineData("003")]
    [InlineData("head")]
    [Trait("Parity", "C6")]
    public async Task An_idempotent_script_finishes_a_database_in_any_state(string state)
    {
        Mixed();
        var script = (await OfflineAsync("upgrade --sql --idempotent")).Out;
        (await Project.RunAsync("migrate install")).Succeeded();
        if (state != "base") (await Project.RunAsync($"upgrade {state}")).Succeeded();

        await RunAsync(script);
        var once = await EverythingAsync();
        await RunAsync(script);
        Assert.Equal(once, await EverythingAsync());

        await Project.RunAsync("wipe --force");
        if (state is not ("base" or "head")) (await Project.RunAsync($"upgrade {state}")).Succeeded();
        (await Project.RunAsync("migrate")).Succeeded();
        Assert.Equal(await EverythingAsync(), once);
        var back = (await OfflineAsync("downgrade head:001 --sql --idempotent")).Out;
        await RunAsync(back);
        await RunAsync(back);
        Assert.Equal(["001_notes 1"], await HistoryAsync());
    }

    [DatabaseFact]
    public async Task A_migration_that_was_left_half_done_stops_an_idempotent_script()
    {
        Project.Migration("001_a.sql", "-- transaction: off\nCREATE TABLE a (id int);\nINSERT INTO missing VALUES (1);");
        await Project.RunAsync("migrate");

        var (code, output, error) = await ShellAsync((await OfflineAsync("upgrade --sql --idempotent")).Out);

        Assert.NotEqual(0, code);
        Assert.Contains("A migration was left half done", output + error, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Where_a_script_stopped_the_command_goes_on()
    {
        Project.Migration("001_a.sql", "-- transaction: off\nCREATE TABLE a (id int);\nINSERT INTO a VALUES (1);\nINSERT INTO missing VALUES (1);\n");
        Assert.NotEqual(0, (await ShellAsync((await OfflineAsync("upgrade --sql")).Out)).Code);

        Project.Migration("001_a.sql", "-- transaction: off\nCREATE TABLE a (id int);\nINSERT INTO a VALUES (1);\nINSERT INTO a VALUES (2);\n");
        (await Project.RunAsync("migrate")).Succeeded();

        Assert.Equal(["1", "2"], await ColumnAsync("SELECT id FROM a ORDER BY id"));
    }

    private void Mixed()
    {
        var text = Texts.Replace("'", "''", StringComparison.Ordinal).Replace("\\", Server is Server.MariaDb ? "\\\\" : "\\", StringComparison.Ordinal);
        Project.Migration("001_notes.sql", $"-- UP\nCREATE TABLE notes (id int PRIMARY KEY, body varchar(200));\nINSERT INTO notes VALUES (1, '{text}');\n{Routine()}\n-- DOWN\nDROP TABLE notes;\n{RoutineDown()}");
        Project.Migration("002_index.sql", $"-- UP\nCREATE INDEX {(Server is Server.PostgreSql ? "CONCURRENTLY " : "")}notes_body ON notes (body);\n-- DOWN\nDROP INDEX notes_body{(Server is Server.MariaDb ? " ON notes" : "")};");
        Project.Migration("003_words.cs", Class("Words", "schema.Create(\"words\", table => { table.Id(); table.String(\"word\", 40).Unique(); table.Text(\"meaning\").Nullable(); });"));
        Project.Migration("004_tags.cs", Class("Tags", "schema.Create(\"tags\", table => { table.Id(); table.ForeignId(\"word_id\").Constrained().CascadeOnDelete(); table.String(\"name\").Default(\"it's\"); });"));
        Project.Migration("005_change.cs", Class("Change", "schema.Table(\"words\", table => { table.String(\"word\", 80).Change(); table.DropColumn(\"meaning\"); });"));
    }

    private string Routine() => Server switch
    {
        Server.PostgreSql => "CREATE FUNCTION shout(t text) RETURNS text LANGUAGE plpgsql AS $$\nBEGIN\n    -- loud; very\n    RETURN upper(t);\nEND\n$$;",
        Server.MariaDb => "CREATE PROCEDURE shout()\nBEGIN\n    -- loud; very\n    UPDATE notes SET body = upper(body);\n    SELECT 1;\nEND;",
        _ => "CREATE TRIGGER shout AFTER INSERT ON notes BEGIN\n    -- loud; very\n    UPDATE notes SET body = upper(body) WHERE id = NEW.id;\nEND;",
    };

    private string RoutineDown() => Server switch
    {
        Server.PostgreSql => "DROP FUNCTION shout;",
        Server.MariaDb => "DROP PROCEDURE shout;",
        _ => "",
    };

    private async Task AssertSameAsync(string options)
    {
        var up = (await OfflineAsync("upgrade --sql" + options)).Out;
        var down = (await OfflineAsync("downgrade head:base --sql" + options)).Out;
        (await Project.RunAsync("migrate install" + options)).Succeeded();
        var empty = await EverythingAsync();
        (await Project.RunAsync("migrate" + options)).Succeeded();
        var migrated = await EverythingAsync();
        Assert.NotEqual(empty, migrated);
        (await Project.RunAsync("wipe --force")).Succeeded();

        await RunAsync(up);
        Assert.Equal(migrated, await EverythingAsync());
        (await Project.RunAsync("status --pending" + options)).Succeeded();
        await RunAsync(down);
        Assert.Equal(empty, await EverythingAsync());
    }

    // No database is there for it to ask.
    private async Task<Outcome> OfflineAsync(string line)
    {
        var url = Project.Variables.GetValueOrDefault("DATABASE_URL");
        Project.Set("DATABASE_URL", Server switch
        {
            Server.PostgreSql => "postgresql://nobody@127.0.0.1:1/nowhere",
            Server.MariaDb => "mariadb://nobody@127.0.0.1:1/nowhere",
            _ => "sqlite:/nowhere/at/all.sqlite",
        });
        var outcome = (await Project.RunAsync(line)).Succeeded();
        Project.Set("DATABASE_URL", url ?? "sqlite:" + Project.SqliteFile);
        return outcome;
    }

    private async Task RunAsync(string script)
    {
        var (code, output, error) = await ShellAsync(script);
        Assert.True(code == 0, $"{output}\n{error}\n{script}");
    }

    private Task<(int Code, string Out, string Error)> ShellAsync(string script) => Server switch
    {
        Server.PostgreSql => DatabaseShell.PsqlAsync(Settings, script),
        Server.MariaDb => DatabaseShell.MariaDbAsync(Settings, script),
        _ => DatabaseShell.SqliteAsync(Project.SqliteFile, script),
    };

    // The schema as the database's own program dumps it, each row, and of the history what does not tell of moments and people.
    private async Task<string> EverythingAsync()
    {
        var dump = Server switch
        {
            Server.PostgreSql => await SchemaDump.OfPostgreSqlAsync(Settings),
            Server.MariaDb => await SchemaDump.OfMariaDbAsync(Settings),
            _ => string.Join('\n', await ColumnAsync("SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY type, name")),
        };
        var columns = "migration, batch, checksum, state, godwit_version, coalesce(down_sql, '-')";
        var row = Server is Server.MariaDb ? $"concat_ws('|', {columns})" : string.Join(" || '|' || ", columns.Split(", ", 6));
        var journal = Server is Server.MariaDb ? "concat_ws('|', migration, kind, idx, hash, state, via)" : "migration || kind || idx || hash || state || coalesce(via, '-')";
        string[] notes = (await TablesAsync()).Contains("notes") ? await ColumnAsync("SELECT body FROM notes ORDER BY id") : [];
        return string.Join('\n', [dump, .. notes, .. await ColumnAsync($"SELECT {row} FROM migrations ORDER BY id"), .. await ColumnAsync($"SELECT {journal} FROM migrations_journal ORDER BY migration, idx")]);
    }

    private static string Class(string name, string up) =>
        $"using Godwit;\n\n[Migration]\npublic sealed class {name} : Migration\n{{\n    public override void Up(SchemaBuilder schema)\n    {{\n        {up}\n    }}\n}}\n";
}
