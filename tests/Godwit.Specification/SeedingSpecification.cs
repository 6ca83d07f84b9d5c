using Godwit.Execution;
using Godwit.Seeding;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>Seeders: their order, their transactions, what is remembered of them, and what is said when one fails.</summary>
public abstract class SeedingSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    [DatabaseFact]
    [Trait("Parity", "A12")]
    public async Task The_root_seeder_calls_the_others_in_its_order_and_each_is_a_transaction_of_its_own()
    {
        await CreateTablesAsync();

        var result = await SeedAsync(null, typeof(DatabaseSeeder), typeof(UserSeeder), typeof(PostSeeder));

        Assert.Equal(["UserSeeder 2", "PostSeeder 1", "DatabaseSeeder 0"], result.Seeders.Select(seeder => $"{seeder.Name} {seeder.Rows}"));
        Assert.Equal(["ann@example.com First", "bob@example.com "], await UsersAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "A12")]
    public async Task One_seeder_is_named_with_or_without_the_word_at_its_end()
    {
        await CreateTablesAsync();

        await SeedAsync("User", typeof(DatabaseSeeder), typeof(UserSeeder), typeof(PostSeeder));

        Assert.Equal(["ann@example.com ", "bob@example.com "], await UsersAsync());
    }

    [DatabaseFact]
    public async Task What_a_seeder_depends_on_runs_before_it_and_once()
    {
        await CreateTablesAsync();

        var result = await SeedAsync(null, typeof(PostSeeder), typeof(UserSeeder));

        Assert.Equal(["UserSeeder", "PostSeeder"], result.Seeders.Select(seeder => seeder.Name));
    }

    [DatabaseFact]
    public async Task A_seeder_that_fails_is_named_with_its_line_and_leaves_nothing()
    {
        await CreateTablesAsync();

        var error = await Assert.ThrowsAsync<GodwitException>(() => SeedAsync("Failing", typeof(UserSeeder), typeof(FailingSeeder)));

        Assert.Equal(ErrorCode.SeederFailed, error.Code);
        Assert.Contains("FailingSeeder failed: InvalidOperationException: out of ideas", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("SeedingSpecification.cs", error.Location!.Path, StringComparison.Ordinal);
        Assert.Equal("throw new InvalidOperationException(\"out of ideas\");", File.ReadLines(error.Location.Path).ElementAt(error.Location.Line - 1).Trim());
        Assert.Equal("Nothing of FailingSeeder was kept. UserSeeder was run before it.", error.State);
        Assert.Equal(["ann@example.com ", "bob@example.com "], await UsersAsync());
        AssertHelpful(error);
    }

    [DatabaseFact]
    public async Task A_seeder_that_is_called_after_the_first_row_is_a_part_of_the_callers_transaction()
    {
        await CreateTablesAsync();

        var error = await Assert.ThrowsAsync<GodwitException>(() => SeedAsync("LateSeeder", typeof(LateSeeder), typeof(UserSeeder)));

        Assert.Equal("Nothing of LateSeeder was kept. UserSeeder was run before it.", error.State);
        Assert.Empty(await UsersAsync());
    }

    [DatabaseFact]
    public async Task A_caller_may_catch_the_failure_of_a_called_seeder_and_go_on()
    {
        await CreateTablesAsync();

        await SeedAsync("CarefulSeeder", typeof(CarefulSeeder), typeof(ClashingSeeder));

        Assert.Equal(["before@example.com ", "later@example.com "], await UsersAsync());
    }

    [DatabaseFact]
    public async Task A_seeder_that_runs_once_is_remembered_until_everything_is_undone()
    {
        await CreateTablesAsync();
        await SeedAsync(null, typeof(OnlyOnceSeeder));

        var second = await SeedAsync(null, typeof(OnlyOnceSeeder));

        Assert.Equal([SeedOutcome.Remembered], second.Seeders.Select(seeder => seeder.Outcome));
        Assert.Equal("1", await Project.ScalarAsync("SELECT COUNT(*) FROM users"));
        await Project.Migrator().ResetAsync();
        await Project.MigrateAsync();
        await SeedAsync(null, typeof(OnlyOnceSeeder));
        Assert.Equal("1", await Project.ScalarAsync("SELECT COUNT(*) FROM users"));
    }

    [DatabaseFact]
    public async Task A_seeder_that_runs_once_and_fails_is_not_remembered()
    {
        await CreateTablesAsync();
        await Project.ExecuteAsync("INSERT INTO users (email) VALUES ('once@example.com')");
        await Assert.ThrowsAsync<GodwitException>(() => SeedAsync(null, typeof(OnlyOnceSeeder)));
        await Project.ExecuteAsync("DELETE FROM users");

        var result = await SeedAsync(null, typeof(OnlyOnceSeeder));

        Assert.Equal([SeedOutcome.Ran], result.Seeders.Select(seeder => seeder.Outcome));
    }

    [DatabaseFact]
    public async Task Seeders_that_depend_on_each_other_in_a_circle_are_an_error_before_anything_runs()
    {
        await CreateTablesAsync();

        var error = await Assert.ThrowsAsync<GodwitException>(() => SeedAsync(null, typeof(UserSeeder), typeof(HenSeeder), typeof(EggSeeder)));

        Assert.Equal(ErrorCode.DependencyCycle, error.Code);
        Assert.Contains("EggSeeder, which asks for HenSeeder, which asks for EggSeeder", error.Message, StringComparison.Ordinal);
        Assert.Empty(await UsersAsync());
    }

    [DatabaseFact]
    public async Task Seeders_that_call_each_other_in_a_circle_are_an_error()
    {
        await CreateTablesAsync();

        var error = await Assert.ThrowsAsync<GodwitException>(() => SeedAsync("Ping", typeof(PingSeeder), typeof(PongSeeder)));

        Assert.Equal(ErrorCode.DependencyCycle, error.Code);
        Assert.Contains("PingSeeder, which asks for PongSeeder, which asks for PingSeeder", error.Message, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task An_unknown_seeder_is_answered_with_the_nearest_name()
    {
        var error = await Assert.ThrowsAsync<GodwitException>(() => SeedAsync("UsreSeeder", typeof(UserSeeder), typeof(PostSeeder)));

        Assert.Equal((ErrorCode.UnknownSeeder, "Did you mean UserSeeder?"), (error.Code, error.Remedy));
    }

    [DatabaseFact]
    public async Task How_far_it_has_come_is_told_in_rows()
    {
        await CreateTablesAsync();

        await SeedAsync(null, typeof(ManySeeder));

        var rows = Events<ExecutionEvent.Seeding>().Select(told => told.Happened).OfType<SeedEvent.RowsWritten>().Select(told => told.Rows).ToArray();
        Assert.Equal([5000, 10000, 12000], rows);
        Assert.Equal("12000", await Project.ScalarAsync("SELECT COUNT(*) FROM users"));
    }

    /// <summary>Runs seeders of these classes.</summary>
    protected Task<SeedResult> SeedAsync(string? name, params Type[] classes) =>
        Project.Migrator().SeedAsync(new SeedRequest { Seeder = name, Classes = [.. classes] });

    private async Task CreateTablesAsync()
    {
        Project.Code("1_tables", schema =>
        {
            schema.Create("users", table =>
            {
                table.Id();
                table.String("email", 100).Unique();
            });
            schema.Create("posts", table =>
            {
                table.Id();
                table.ForeignId("user_id").Constrained();
                table.String("title");
            });
        });
        await Project.MigrateAsync();
    }

    private Task<string[]> UsersAsync() =>
        Project.RowsAsync("SELECT email, coalesce(title, '') FROM users LEFT JOIN posts ON posts.user_id = users.id ORDER BY email");

    private sealed class DatabaseSeeder : Seeder
    {
        public override async Task RunAsync(SeedContext context)
        {
            await context.CallAsync<UserSeeder>();
            await context.CallAsync<PostSeeder>();
        }
    }

    private sealed class UserSeeder : Seeder
    {
        public override Task RunAsync(SeedContext context) =>
            context.InsertAsync("users", [new { email = "ann@example.com" }, new { email = "bob@example.com" }]);
    }

    [DependsOn("UserSeeder")]
    private sealed class PostSeeder : Seeder
    {
        public override async Task RunAsync(SeedContext context)
        {
            var author = await context.ScalarAsync<long>("SELECT id FROM users WHERE email = @p0", "ann@example.com");
            await context.InsertAsync("posts", new { UserId = author, title = "First" });
        }
    }

    [DependsOn("UserSeeder")]
    private sealed class FailingSeeder : Seeder
    {
        public override async Task RunAsync(SeedContext context)
        {
            await context.InsertAsync("users", new { email = "gone@example.com" });
            await Task.Yield();
            throw new InvalidOperationException("out of ideas");
        }
    }

    private sealed class LateSeeder : Seeder
    {
        public override async Task RunAsync(SeedContext context)
        {
            await context.InsertAsync("users", new { email = "early@example.com" });
            await context.CallAsync("UserSeeder");
            throw new InvalidOperationException("after all");
        }
    }

    private sealed class CarefulSeeder : Seeder
    {
        public override async Task RunAsync(SeedContext context)
        {
            await context.InsertAsync("users", new { email = "before@example.com" });
            await Assert.ThrowsAnyAsync<GodwitException>(() => context.CallAsync("Clashing"));
            await context.InsertAsync("users", new { email = "later@example.com" });
        }
    }

    private sealed class ClashingSeeder : Seeder
    {
        public override async Task RunAsync(SeedContext context)
        {
            await context.InsertAsync("users", new { email = "never@example.com" });
            await context.InsertAsync("users", new { email = "before@example.com" });
        }
    }

    [Once]
    private sealed class OnlyOnceSeeder : Seeder
    {
        public override Task RunAsync(SeedContext context) => context.InsertAsync("users", new { email = "once@example.com" });
    }

    [DependsOn("EggSeeder")]
    private sealed class HenSeeder : Seeder
    {
        public override Task RunAsync(SeedContext context) => Task.CompletedTask;
    }

    [DependsOn("HenSeeder")]
    private sealed class EggSeeder : Seeder
    {
        public override Task RunAsync(SeedContext context) => Task.CompletedTask;
    }

    private sealed class PingSeeder : Seeder
    {
        public override Task RunAsync(SeedContext context) => context.CallAsync<PongSeeder>();
    }

    private sealed class PongSeeder : Seeder
    {
        public override Task RunAsync(SeedContext context) => context.CallAsync<PingSeeder>();
    }

    private sealed class ManySeeder : Seeder
    {
        public override Task RunAsync(SeedContext context) =>
            context.InsertAsync("users", Enumerable.Range(1, 12_000).Select(number => new { email = $"user{number}@example.com" }));
    }
}
