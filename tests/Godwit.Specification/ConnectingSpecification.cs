using Godwit.Configuration;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>A server that cannot be reached as told: which of the reasons it is, what to do, and never the password.</summary>
public abstract class ConnectingSpecification<TProduct> : Specification<TProduct>
    where TProduct : ServerProduct, new()
{
    private const string Password = "hunter2-never-shown";

    private static ConnectionSettings Settings => Product.Server.Settings;

    [DatabaseFact]
    public async Task A_user_or_password_that_the_server_refuses_is_told_apart()
    {
        var error = await FailAsync(Settings with { Username = "nobody_here", Password = new Secret(Password) });

        Assert.Equal(ErrorCode.AccessDenied, error.Code);
        Assert.Contains("nobody_here", error.Message, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task A_server_that_is_down_is_told_apart()
    {
        var error = await FailAsync(Settings with { Host = "127.0.0.1", Port = 1, Password = new Secret(Password) });

        Assert.Equal(ErrorCode.ServerUnreachable, error.Code);
        Assert.Contains("127.0.0.1:1", error.Message, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task A_host_that_does_not_exist_is_told_like_a_server_that_is_down()
    {
        var error = await FailAsync(Settings with { Host = "no-such-host.invalid", Password = new Secret(Password) });

        Assert.Equal(ErrorCode.ServerUnreachable, error.Code);
    }

    [DatabaseFact]
    public async Task A_missing_database_is_told_apart_and_can_be_created()
    {
        var missing = Settings with { Database = $"godwit_{Guid.NewGuid():N}" };
        await using var database = Product.Dialect.Connect(missing);
        var error = await Assert.ThrowsAsync<GodwitException>(() => OpenAsync(database));
        Assert.Equal(ErrorCode.DatabaseMissing, error.Code);
        Assert.Contains(missing.Database, error.Message, StringComparison.Ordinal);
        Assert.Contains("CREATE DATABASE", error.Remedy, StringComparison.Ordinal);

        await database.CreateAsync(CancellationToken.None);

        await OpenAsync(database);
        await database.CreateAsync(CancellationToken.None);
        await Product.Server.DropAsync(missing.Database);
    }

    [DatabaseFact]
    public async Task A_migrator_of_a_missing_database_does_not_create_it_unasked()
    {
        await using var database = Product.Dialect.Connect(Settings with { Database = $"godwit_{Guid.NewGuid():N}" });

        foreach (var verb in (Func<Migrator, Task>[])[migrator => migrator.SurveyAsync(), migrator => migrator.InstallAsync(), migrator => migrator.WipeAsync()])
        {
            var error = await Assert.ThrowsAsync<GodwitException>(() => verb(Project.Migrator(database)));
            Assert.Equal(ErrorCode.DatabaseMissing, error.Code);
        }
    }

    [DatabaseFact]
    public async Task A_database_describes_itself_without_its_password()
    {
        await using var database = Product.Dialect.Connect(Settings with { Password = new Secret(Password) });

        Assert.DoesNotContain(Password, $"{database.Description} {database} {database.Name} {Settings}", StringComparison.Ordinal);
        Assert.Equal(Settings.Database, database.Name);
        Assert.Contains(Settings.Database!, database.Description, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task A_session_knows_the_product_and_its_version()
    {
        var migrator = Project.Migrator();
        await migrator.SurveyAsync();

        Assert.Matches(@"^(PostgreSQL|MariaDB|MySQL) \d+\.\d+", migrator.ServerVersion!);
    }

    private static async Task<GodwitException> FailAsync(ConnectionSettings settings)
    {
        await using var database = Product.Dialect.Connect(settings);
        var error = await Assert.ThrowsAsync<GodwitException>(() => OpenAsync(database));
        AssertHelpful(error);
        Assert.DoesNotContain(Password, $"{error.Message} {error.Remedy} {error.State} {error}", StringComparison.Ordinal);
        return error;
    }

    private static async Task OpenAsync(Database database)
    {
        await using var session = await database.OpenAsync(CancellationToken.None);
    }
}
