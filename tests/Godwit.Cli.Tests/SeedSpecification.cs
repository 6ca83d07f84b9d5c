using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Godwit.Comparison;
using Godwit.Compiler;
using Godwit.Modelling;
using Godwit.Schema;
using Godwit.Specification.Samples;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>Seeders, factories and models in loose files, by the real command.</summary>
public abstract class SeedSpecification(Server server) : DatabaseSpecification(server)
{
    [DatabaseFact]
    [Trait("Parity", "A3 A6 A11 A12 A13")]
    public async Task Seeders_factories_and_models_in_loose_files_fill_a_new_database()
    {
        (await Project.RunAsync("make:model Post -m")).Succeeded().Says("models/Post.cs", "_create_posts_table.cs");
        (await Project.RunAsync("make:factory PostFactory --model Post")).Succeeded().Says("database/factories/PostFactory.cs");
        (await Project.RunAsync("make:seeder DatabaseSeeder")).Succeeded();
        Project.Write("database/seeders/PostSeeder.cs",
            """
            using Godwit;

            public sealed class PostSeeder : Seeder
            {
                public override async Task RunAsync(SeedContext context) => await new PostFactory().CreateAsync(context, 10);
            }
            """);
        Project.Write("database/seeders/DatabaseSeeder.cs",
            """
            using Godwit;

            public sealed class DatabaseSeeder : Seeder
            {
                public override Task RunAsync(SeedContext context) => context.CallAsync<PostSeeder>();
            }
            """);

        (await Project.RunAsync("migrate --seed")).Succeeded().Says("seeded PostSeeder 10 rows", "Seeded 10 rows with 2 seeders.");
        (await Project.RunAsync("db:seed --class Post")).Succeeded().Says("Seeded 10 rows with 1 seeder.");

        Assert.Equal(["20"], await ColumnAsync("SELECT COUNT(*) FROM posts"));
        (await Project.RunAsync("fresh --seed --force")).Succeeded();
        (await Project.RunAsync("refresh --seed --force")).Succeeded();
        Assert.Equal(["10"], await ColumnAsync("SELECT COUNT(*) FROM posts"));
    }

    [DatabaseFact]
    [Trait("Parity", "A11")]
    public async Task Models_written_from_the_database_say_what_it_holds()
    {
        Samples.CopyTo(Project, "shop");
        Directory.Delete(Path.Join(Project.Root, "models"), recursive: true);
        (await Project.RunAsync("migrate")).Succeeded();

        (await Project.RunAsync("make:model --all")).Succeeded().Says("models/Customer.cs", "models/OrderLine.cs");

        await using var database = Connect();
        await using var session = await database.OpenAsync(CancellationToken.None);
        var present = await session.ReadSchemaAsync([], CancellationToken.None);
        present = present with { Tables = present.Tables.Without(table => table.Name.Name.StartsWith("migrations", StringComparison.Ordinal)) };
        var models = ModelReader.Read(new ClassLibrary(Project.Root).Compile(["models"]), present.Product);
        var difference = SchemaComparer.Compare(database.Dialect.Normalize(present), database.Dialect.Normalize(models.Schema), scope: ComparisonScope.Models);
        Assert.Empty(difference.Operations.Select(operation => operation.Summary));
    }

    [DatabaseFact]
    [Trait("Parity", "A11")]
    public async Task Models_written_from_a_database_with_one_of_everything_say_what_it_holds()
    {
        Project.Migration("001_sample.sql", SampleScript.Of(Server switch { Server.Sqlite => "sqlite", Server.PostgreSql => "postgresql", _ => "mariadb" }));
        (await Project.RunAsync("migrate")).Succeeded();

        (await Project.RunAsync("make:model --all")).Succeeded();

        (await Project.RunAsync("check")).Succeeded().Says("The migrations match the models.");
        (await Project.RunAsync("create again --auto")).Succeeded().Says("Nothing to do");
    }

    [DatabaseFact]
    [Trait("Parity", "A12 A13")]
    public async Task The_sample_fills_itself()
    {
        Samples.CopyTo(Project, "shop");
        Project.Write("database/seeders/010_products.csv", File.ReadAllBytes(Path.Join(Samples.Repository, "samples/shop/database/seeders/010_products.csv")));

        (await Project.RunAsync("migrate --seed")).Succeeded().Says("seeded 010_products.csv 4 rows", "seeded OrderSeeder 90 rows");

        Assert.Equal(["60"], await ColumnAsync("SELECT COUNT(*) FROM order_lines"));
        Assert.Equal(["3"], await ColumnAsync("SELECT COUNT(*) FROM customers WHERE tier = 'gold' AND name <> 'Ada Lovelace'"));
    }

    [DatabaseFact]
    public async Task A_file_that_is_larger_than_the_memory_there_is_goes_in()
    {
        const int rows = 160_000;
        Project.Migration("001_notes.sql", "CREATE TABLE notes (id int PRIMARY KEY, body text);");
        (await Project.RunAsync("migrate")).Succeeded();
        var file = Path.Join(Project.Root, "database/seeders/notes.csv");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using (var text = new StreamWriter(file))
        {
            await text.WriteAsync("id,body\n");
            for (var id = 1; id <= rows; id++) await text.WriteAsync($"{id},\"{new string((char)('a' + (id % 26)), 390)}\"\n");
        }

        // hexadecimal, as the runtime reads it: 48 million bytes for all objects, 64 million in the file
        Project.Set("DOTNET_GCHeapHardLimit", "2DC6C00");
        Assert.True(new FileInfo(file).Length > 0x2DC6C00);

        (await CommandProcess.RunAsync(Project, "db:seed")).Succeeded().Says("Seeded 160000 rows with 1 seeder.");

        Assert.Equal([$"{rows}"], await ColumnAsync("SELECT COUNT(*) FROM notes"));
    }

    [DatabaseFact]
    public async Task An_unknown_seeder_is_answered_with_the_nearest_name()
    {
        Project.Write("database/seeders/countries.csv", "code\nde\n");

        (await Project.RunAsync("db:seed --class contries.csv")).Failed("unknown-seeder", ExitCode.Failed, "Did you mean countries.csv?");
    }

    [DatabaseFact]
    public async Task Production_is_filled_by_force_only()
    {
        Project.TableMigration("001_a.sql", "a");
        Project.Write("database/seeders/1.sql", "INSERT INTO a VALUES (1);");
        (await Project.RunAsync("migrate")).Succeeded();

        (await Project.RunAsync("db:seed --env production")).Failed("refused-by-environment", ExitCode.ConfirmationNeeded, "--force");
        Assert.Equal(["0"], await ColumnAsync("SELECT COUNT(*) FROM a"));

        (await Project.RunAsync("db:seed --env production --force")).Succeeded();
        Assert.Equal(["1"], await ColumnAsync("SELECT COUNT(*) FROM a"));
    }
}

public sealed class SeedOnSqliteTest() : SeedSpecification(Server.Sqlite);

[RequiresServer("GODWIT_TEST_POSTGRESQL")]
public sealed class SeedOnPostgreSqlTest() : SeedSpecification(Server.PostgreSql);

[RequiresServer("GODWIT_TEST_MARIADB")]
public sealed class SeedOnMariaDbTest() : SeedSpecification(Server.MariaDb);
