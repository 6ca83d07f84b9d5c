using System.Globalization;
using Godwit.Dialects;
using Godwit.Faults.Targets;
using Godwit.MySql;
using Godwit.PostgreSql;
using Godwit.Specification.Servers;
using Godwit.Sqlite;

namespace Godwit.Faults.Running;

/// <summary>One run of all migrations, in a process of its own that others may kill. It says when it begins and how it ended.</summary>
internal static class Runner
{
    /// <summary>The variable that holds the database's URL: arguments are seen by everybody on the machine.</summary>
    internal const string Url = "GODWIT_FAULTS_URL";

    internal const string Begun = "begun";
    internal const string Applied = "applied ";
    internal const string Refused = "refused ";

    /// <summary>Runs what is pending in a directory.</summary>
    /// <param name="directory">The directory with the migrations.</param>
    /// <param name="lockTimeout">How long to wait for others.</param>
    /// <param name="moment">For SQLite: the moment of the run at which it kills itself; 0 to count them only.</param>
    /// <returns>The process's exit code.</returns>
    internal static async Task<int> RunAsync(string directory, TimeSpan lockTimeout, int? moment)
    {
        await using var database = await OpenAsync(moment);
        await using var migrator = new Migrator(database, new MigratorOptions
        {
            Root = directory,
            Directories = ["."],
            Assemblies = [typeof(Runner).Assembly],
            LockTimeout = lockTimeout,
            AppliedBy = "runner",
        });
        Console.WriteLine(Begun);
        try
        {
            var result = await migrator.MigrateAsync();
            Console.WriteLine(Applied + result.Completed.Length.ToString(CultureInfo.InvariantCulture));
            return 0;
        }
        catch (GodwitException refusal)
        {
            Console.WriteLine($"{Refused}{refusal.Code} {refusal.Message} {refusal.State} {refusal.Remedy}".ReplaceLineEndings(" "));
            return 1;
        }
    }

    private static async Task<Database> OpenAsync(int? moment)
    {
        var url = Environment.GetEnvironmentVariable(Url)!;
        if (!url.StartsWith("sqlite:", StringComparison.Ordinal)) return ConnectTo(new TestServer(Url, _ => throw new NotSupportedException()).Settings);
        var file = url["sqlite:".Length..];
        return moment is { } last ? await MortalSqlite.OpenAsync(file, last) : new SqliteDatabase(file);
    }

    private static Database ConnectTo(Configuration.ConnectionSettings settings)
    {
        Dialect dialect = settings.Driver.StartsWith("postgres", StringComparison.Ordinal) ? PostgreSqlDialect.Instance : MySqlDialect.Instance;
        return dialect.Connect(ServerFaultDatabase.Patient(settings));
    }
}
