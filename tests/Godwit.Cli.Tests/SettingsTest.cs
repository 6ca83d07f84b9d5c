using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>Where the project is, and which database it is for.</summary>
public sealed class SettingsTest : IDisposable
{
    private readonly Project project = new();

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("database/migrations")]
    [InlineData("src/deep/inside")]
    [Trait("Parity", "C1")]
    public async Task Any_directory_inside_the_project_will_do(string directory)
    {
        project.TableMigration("001_a.sql", "a");
        project.Here = Directory.CreateDirectory(Path.Join(project.Root, directory)).FullName;

        (await project.RunAsync("migrate")).Succeeded();

        Assert.True(File.Exists(project.SqliteFile));
    }

    [Fact]
    [Trait("Parity", "C1")]
    public async Task Without_settings_the_solution_or_project_file_is_the_root()
    {
        File.Delete(Path.Join(project.Root, "godwit.json"));
        project.Write("Shop.slnx", "<Solution />");
        project.Write("src/Shop/Shop.csproj", "<Project />");
        project.TableMigration("001_a.sql", "a");
        project.Here = Path.Join(project.Root, "src/Shop");

        (await project.RunAsync("migrate")).Succeeded();

        Assert.True(File.Exists(project.SqliteFile));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("godwit.json")]
    [Trait("Parity", "C1")]
    public async Task The_project_can_be_named_from_anywhere(string path)
    {
        project.TableMigration("001_a.sql", "a");
        project.Here = Path.GetTempPath();

        (await project.RunAsync($"status --project {Path.Join(project.Root, path)}")).Succeeded().Says("1 pending");
    }

    [Fact]
    [Trait("Parity", "C7")]
    public async Task The_command_line_comes_before_the_environment_and_this_before_the_files_and_those_before_the_default()
    {
        await ChosenAsync("", "database/database.sqlite", "default");
        project.Write("godwit.json", """{ "connections": { "main": "sqlite:json.sqlite", "other": "sqlite:other.sqlite" }, "connection": "main" }""");
        await ChosenAsync("", "json.sqlite", "connection main from godwit.json");
        project.Write(".env", "DATABASE_URL=sqlite:dotenv.sqlite\n");
        await ChosenAsync("", "dotenv.sqlite", ".env");
        project.Set("DATABASE_URL", "sqlite:environment.sqlite");
        await ChosenAsync("", "environment.sqlite", "the environment");
        await ChosenAsync("--connection other", "other.sqlite", "connection other from godwit.json");
        await ChosenAsync("--url sqlite:line.sqlite", "line.sqlite", "the command line");
    }

    [Theory]
    [InlineData("sqlite", "sqlite:", "shop")]
    [InlineData("postgresql", "postgresql://app@127.0.0.1:9/shop", "127.0.0.1:9")]
    [InlineData("mysql", "mysql://app@127.0.0.1:9/shop", "127.0.0.1:9")]
    [InlineData("mariadb", "mariadb://app@127.0.0.1:9/shop", "127.0.0.1:9")]
    [Trait("Parity", "C7")]
    public async Task Variables_name_the_database_and_its_kind(string kind, string description, string place)
    {
        project.Keep("open-sesame-42");
        project.Set("DB_CONNECTION", kind);
        if (kind != "sqlite") project.Set("DB_HOST", "127.0.0.1");
        project.Set("DB_PORT", "9");
        project.Set("DB_DATABASE", "shop");
        project.Set("DB_USERNAME", "app");
        project.Set("DB_PASSWORD", "open-sesame-42");

        (await project.RunAsync("about")).Succeeded().Says(description, place, "DB_CONNECTION, ");
        (await project.RunAsync("about --json")).Succeeded().Says(place);
    }

    [Theory]
    [InlineData("""{ "tabel": "x" }""", "unknown-key", "godwit.json:1:3", "Did you mean \"table\"?")]
    [InlineData("{\n  \"naming\": \"roman\"\n}", "invalid-value", "godwit.json:2:", "timestamp")]
    [InlineData("{\n  \"table\": \n", "invalid-settings", "godwit.json:", "godwit.json")]
    [InlineData("""{ "connections": { "main": "oracle://x" } }""", "invalid-connection", "godwit.json", "postgresql")]
    [InlineData("""{ "connections": { "main": "postgresql://app:${NO_SUCH_SECRET}@127.0.0.1/x" } }""", "missing-secret", "godwit.json", "NO_SUCH_SECRET")]
    public async Task A_mistake_in_the_settings_is_named_with_its_place(string settings, string code, string place, string words)
    {
        project.Write("godwit.json", settings);

        (await project.RunAsync("migrate")).Failed(code, ExitCode.Failed, place, words);

        Assert.False(File.Exists(project.SqliteFile));
    }

    [Fact]
    public async Task A_password_in_a_url_is_never_shown()
    {
        project.Keep("open-sesame-43");
        project.Keep("open%2Dsesame%2D43");
        project.TableMigration("001_a.sql", "a");
        foreach (var scheme in (string[])["postgresql", "mariadb", "mysql", "oracle"])
        {
            foreach (var verb in (string[])["about", "status --verbose", "migrate --pretend --json", "unlock", "show 001 --verbose"])
            {
                await project.RunAsync($"{verb} --url {scheme}://app:open-sesame-43@127.0.0.1:9/shop?password=open%2Dsesame%2D43");
                await project.RunAsync($"{verb} --url {scheme}:/app:open-sesame-43@127.0.0.1");
            }
        }
    }

    [Fact]
    public async Task The_check_that_no_secret_is_shown_would_find_one()
    {
        project.Keep("visible-secret");

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => project.RunAsync("about --url sqlite:visible-secret"));
    }

    private async Task ChosenAsync(string options, string file, string source)
    {
        var about = (await project.RunAsync($"about --json {options}")).Succeeded().Json;
        Assert.Equal("sqlite:" + Path.Join(project.Root, file), about.GetProperty("database").GetString());
        Assert.Contains(source, about.GetProperty("chosenBy").GetString(), StringComparison.Ordinal);
    }
}
