using System.Data.Common;
using Godwit.MySql.Tests;
using Godwit.PostgreSql.Tests;
using Godwit.Specification;
using Godwit.Specification.Servers;
using Godwit.Sqlite.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MySql.Data.MySqlClient;
using Npgsql;
using Xunit;

namespace Godwit.Hosting.Tests;

/// <summary>The ways in which an application says which database it means.</summary>
public sealed class ConnectionTest
{
    [Fact]
    public void A_name_that_the_configuration_does_not_have_is_said_with_the_settings_that_would_help()
    {
        var failure = Fails(options => options.UseSqlite("Shop"));

        Assert.Contains("no connection string Shop", failure.Message, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__Shop", failure.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_url_of_another_database_is_refused_and_its_password_not_shown()
    {
        var failure = Fails(options => options.UsePostgreSql("mysql://app:secret@db/shop"));

        Assert.Contains("is for mysql, and postgresql was chosen", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_connection_and_without_a_data_source_it_says_what_is_missing()
    {
        Assert.Contains("no NpgsqlDataSource is registered", Fails(options => options.UsePostgreSql()).Message, StringComparison.Ordinal);
        Assert.Contains("no data source is registered", Fails(options => options.UseMySql()).Message, StringComparison.Ordinal);
        Assert.Contains("no data source is registered", Fails(options => options.UseSqlite()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_database_and_twice_it_cannot_be_added()
    {
        var services = new ServiceCollection();
        Assert.Throws<InvalidOperationException>(() => services.AddGodwit(_ => { }));
        services.AddGodwit(options => options.UseSqlite("Data Source=app.db"));
        Assert.Throws<InvalidOperationException>(() => services.AddGodwit(options => options.UseSqlite("Data Source=app.db")));
    }

    [Fact]
    public Task An_sqlite_file_by_url() => MigratesAsync(new SqliteProduct(), (options, text) => options.UseSqlite("sqlite:" + new SqliteConnectionStringBuilder(text).DataSource));

    [Fact]
    public Task An_sqlite_file_by_a_data_source() => MigratesAsync(
        new SqliteProduct(), (options, _) => options.UseSqlite(), text => SqliteFactory.Instance.CreateDataSource(text));

    [DatabaseFact]
    [RequiresServer(PostgreSqlProduct.Variable)]
    public Task A_postgresql_database_by_its_data_source() => MigratesAsync(
        new PostgreSqlProduct(), (options, _) => options.UsePostgreSql(), NpgsqlDataSource.Create);

    [DatabaseFact]
    [RequiresServer(MySqlProduct.Variable)]
    public Task A_mariadb_database_by_a_data_source() => MigratesAsync(
        new MySqlProduct(), (options, _) => options.UseMySql(), text => MySqlClientFactory.Instance.CreateDataSource(text + ";AllowUserVariables=true"));

    [DatabaseFact]
    [RequiresServer(MySqlProduct.Variable)]
    public async Task A_data_source_of_mariadb_that_lacks_user_variables_is_refused_with_the_keyword_that_helps()
    {
        var failure = await Assert.ThrowsAsync<GodwitException>(() => MigratesAsync(
            new MySqlProduct(), (options, _) => options.UseMySql(), text => MySqlClientFactory.Instance.CreateDataSource(text)));

        Assert.Equal(ErrorCode.InvalidConnection, failure.Code);
        Assert.Contains("AllowUserVariables=true", failure.Remedy, StringComparison.Ordinal);
    }

    private static GodwitException Fails(Action<GodwitOptions> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddGodwit(configure);
        using var host = builder.Build();
        return Assert.Throws<GodwitException>(() => host.Services.GetRequiredService<Database>());
    }

    private static async Task MigratesAsync(Product product, Action<GodwitOptions, string> use, Func<string, DbDataSource>? source = null)
    {
        await using var project = await Project.CreateAsync(product);
        project.Write("001_create_birds.sql", "CREATE TABLE birds (id int);\n");
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = project.Root });
        if (source is not null) builder.Services.AddSingleton(source(project.ConnectionString));
        builder.Services.AddGodwit(options =>
        {
            use(options, project.ConnectionString);
            options.AddDirectory("migrations");
        });
        using var host = builder.Build();

        await host.StartAsync();

        Assert.Equal(["birds"], await project.TablesAsync());
    }
}
