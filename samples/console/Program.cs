// An application that brings its own database up to date when it starts, and then uses it.
//   dotnet run --project samples/console
using Godwit;
using Godwit.Execution;
using Godwit.Sqlite;
using Microsoft.Data.Sqlite;

var file = Path.Combine(Path.GetTempPath(), "godwit-console-sample.sqlite");
await using var database = new SqliteDatabase(file);
await using var migrator = new Migrator(database, new MigratorOptions
{
    Root = AppContext.BaseDirectory,
    Directories = ["migrations"],
    OnEvent = Report,
});

try
{
    var pending = await migrator.PendingAsync();
    Console.WriteLine($"{pending.Count} pending in {file}");
    var result = await migrator.MigrateAsync();
    Console.WriteLine($"{result.Completed.Length} applied");
}
catch (GodwitException failure)
{
    Console.Error.WriteLine($"{failure.Location}: {failure.Message}");
    Console.Error.WriteLine(failure.State);
    Console.Error.WriteLine(failure.Remedy);
    return 1;
}

await using var connection = new SqliteConnection($"Data Source={file}");
await connection.OpenAsync();
await using var command = connection.CreateCommand();
command.CommandText = "SELECT count(*) FROM notes";
Console.WriteLine($"{await command.ExecuteScalarAsync()} notes");

// The last run can be taken back as well; here the whole sample is, so that it starts anew next time.
await migrator.ResetAsync();
var survey = await migrator.SurveyAsync();
Console.WriteLine($"{survey.Pending.Count()} pending again");
return 0;

static void Report(ExecutionEvent happened)
{
    if (happened is ExecutionEvent.StepCompleted done) Console.WriteLine($"  {done.Step.Action} {done.Step.Id} ({done.Elapsed.TotalMilliseconds:0} ms)");
}
