using Godwit.Dialects;
using Godwit.MySql.Tests;
using Godwit.PostgreSql.Tests;
using Godwit.Specification.Servers;
using Godwit.Sqlite.Tests;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Godwit.Hosting.Tests;

public sealed class StartOnSqliteTest : StartSpecification<SqliteProduct>
{
    protected override void Use(IDatabaseChoice choice, string connection) => choice.UseSqlite(connection);
}

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class StartOnPostgreSqlTest : StartSpecification<PostgreSqlProduct>
{
    protected override void Use(IDatabaseChoice choice, string connection) => choice.UsePostgreSql(connection);
}

[RequiresServer(MySqlProduct.Variable)]
public sealed class StartOnMariaDbTest : StartSpecification<MySqlProduct>
{
    protected override void Use(IDatabaseChoice choice, string connection) => choice.UseMySql(connection);
}

public sealed class HealthOnSqliteTest : HealthSpecification<SqliteProduct>
{
    // SQLite does not tell who writes to the file.
    protected override HealthStatus StatusDuringARun => HealthStatus.Unhealthy;

    protected override void Use(IDatabaseChoice choice, string connection) => choice.UseSqlite(connection);
}

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class HealthOnPostgreSqlTest : HealthSpecification<PostgreSqlProduct>
{
    protected override void Use(IDatabaseChoice choice, string connection) => choice.UsePostgreSql(connection);
}

[RequiresServer(MySqlProduct.Variable)]
public sealed class HealthOnMariaDbTest : HealthSpecification<MySqlProduct>
{
    protected override void Use(IDatabaseChoice choice, string connection) => choice.UseMySql(connection);
}

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class DownOnPostgreSqlTest : DownSpecification<PostgreSqlProduct>
{
    protected override void Use(IDatabaseChoice choice, string connection) => choice.UsePostgreSql(connection);
}

[RequiresServer(MySqlProduct.Variable)]
public sealed class DownOnMariaDbTest : DownSpecification<MySqlProduct>
{
    protected override void Use(IDatabaseChoice choice, string connection) => choice.UseMySql(connection);
}

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class UnderWayOnPostgreSqlTest : UnderWaySpecification<PostgreSqlProduct>
{
    protected override void Use(IDatabaseChoice choice, string connection) => choice.UsePostgreSql(connection);
}

[RequiresServer(MySqlProduct.Variable)]
public sealed class UnderWayOnMariaDbTest : UnderWaySpecification<MySqlProduct>
{
    protected override void Use(IDatabaseChoice choice, string connection) => choice.UseMySql(connection);
}
