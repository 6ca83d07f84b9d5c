namespace Godwit.Cli.Tests.Running;

/// <summary>What a test runs on.</summary>
public enum Server
{
    Sqlite,
    PostgreSql,
    MariaDb,
}
