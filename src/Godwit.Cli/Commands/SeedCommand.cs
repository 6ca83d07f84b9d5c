using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Seeding;

namespace Godwit.Cli.Commands;

/// <summary>Fills the database with rows from the seeders.</summary>
internal sealed class SeedCommand : Verb
{
    private readonly TextOption seeder = new("--class", "--seeder") { Description = "Only this seeder and those it depends on: UserSeeder, User, or a file such as countries.csv.", HelpName = "NAME" };
    private readonly Flag again = new("--again") { Description = "Also runs seeders that run only once and have already run." };
    private readonly Flag force = Asking.ForceOption();

    internal override Option[] Options => [seeder, again, force];

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit db:seed", "Runs DatabaseSeeder, or all seeders and seed files if there is none."),
        ("godwit db:seed --class UserSeeder", "Runs one seeder, after those it depends on."),
        ("godwit db:seed --class countries.csv", "Puts the rows of database/seeders/countries.csv into countries."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var seeding = new Seeding(invocation);
        await seeding.ConfirmAsync(asked: true, invocation.Value(force), cancellation);
        var request = new SeedRequest
        {
            Seeder = invocation.Value(seeder),
            Remembered = invocation.Value(again) ? Remembered.RunAgain : Remembered.Skip,
        };
        invocation.Reporter.Show(new SeedScreen(await seeding.RunAsync(request, cancellation)));
        return ExitCode.Done;
    }
}
