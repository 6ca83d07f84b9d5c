using Godwit.Cli.Syntax;

namespace Godwit.Cli.Commands;

/// <summary>Writes a new factory.</summary>
internal sealed class MakeFactoryCommand : Verb
{
    private readonly TextOption model = new("--model", "-m") { Description = "The model class. Default: the name without Factory.", HelpName = "MODEL" };

    internal override Option[] Options => [model];

    internal override Argument Argument => new("NAME", WordCount.One, "Its name: UserFactory, User.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit make:factory UserFactory --model User", "A class in database/factories/UserFactory.cs that makes users."),
    ];

    internal override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var name = ClassFile.Name(invocation.Word ?? throw ClassFile.Nameless("A factory", "godwit make:factory UserFactory --model User"), "Factory");
        ClassFile.Write(invocation, SeederClasses.Factories, name, "factory", Text(name, invocation.Value(model) ?? name[..^"Factory".Length]));
        return Task.FromResult(ExitCode.Done);
    }

    private static string Text(string name, string model)
    {
        var variable = char.ToLowerInvariant(model[0]) + model[1..];
        return $$"""
            using Bogus;
            using Godwit;

            public sealed class {{name}} : Factory<{{model}}>
            {
                // What is not set here gets a value that fits its column.
                protected override void Define({{model}} {{variable}}, Faker fake)
                {
                    // {{variable}}.Name = fake.Name.FullName();
                }

                // A state: new {{name}}().Special().CreateAsync(context, 3)
                // public Factory<{{model}}> Special() => State({{variable}} => {{variable}}.IsSpecial = true);
            }

            """;
    }
}
