using Godwit.Cli.Syntax;

namespace Godwit.Cli.Commands;

/// <summary>Writes a new seeder.</summary>
internal sealed class MakeSeederCommand : Verb
{
    internal override Argument Argument => new("NAME", WordCount.One, "Its name: UserSeeder, User, users. DatabaseSeeder is the one that runs the others.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit make:seeder UserSeeder", "A class in database/seeders/UserSeeder.cs that fills users."),
        ("godwit make:seeder DatabaseSeeder", "The root seeder, which calls the others."),
    ];

    internal override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var name = ClassFile.Name(invocation.Word ?? throw ClassFile.Nameless("A seeder", "godwit make:seeder UserSeeder"), "Seeder");
        ClassFile.Write(invocation, SeederClasses.Seeders, name, "seeder", name == "DatabaseSeeder" ? Root : Text(name));
        return Task.FromResult(ExitCode.Done);
    }

    private const string Root =
        """
        using Godwit;

        /// <summary>Says which seeders are run, and in which order.</summary>
        public sealed class DatabaseSeeder : Seeder
        {
            public override async Task RunAsync(SeedContext context)
            {
                // await context.CallAsync<UserSeeder>();
                // await context.CallAsync("countries.csv");
                await Task.CompletedTask;
            }
        }

        """;

    private static string Text(string name) =>
        $$"""
        using Godwit;

        public sealed class {{name}} : Seeder
        {
            public override async Task RunAsync(SeedContext context)
            {
                // await context.InsertAsync("{{ClassFile.Table(name[..^"Seeder".Length])}}", [new { name = "Ada" }, new { name = "Grace" }]);
                // await new {{name[..^"Seeder".Length]}}Factory().CreateAsync(context, 10);
                await Task.CompletedTask;
            }
        }

        """;
}
