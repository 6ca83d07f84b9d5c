using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Configuration;
using Godwit.Drift;
using Godwit.Migrations;

namespace Godwit.Cli.Commands;

/// <summary>How a verb that writes a migration writes it: the options for it, and the writing.</summary>
internal sealed class NewFile
{
    private readonly TextOption format = new("--format")
    {
        Description = "csharp or sql. Default: the project's setting, else SQL if all migrations are SQL, else C#.",
        HelpName = "FORMAT",
        Choices = ["csharp", "sql"],
    };

    private readonly TextOption naming = new("--naming")
    {
        Description = "How it is numbered: timestamp, date or sequence.",
        HelpName = "HOW",
        Choices = ["date", "sequence", "timestamp"],
    };

    /// <summary>The options.</summary>
    internal Option[] Options => [format, naming];

    /// <summary>Writes a migration into the project, and shows its path.</summary>
    internal void Write(Invocation invocation, NewMigration migration)
    {
        var path = Writer(invocation).Create(Filled(invocation, migration));
        var shown = Path.GetRelativePath(invocation.Directory, path);
        invocation.Reporter.Show(new MessageScreen($"Created {shown}", ("migration", Path.GetFileNameWithoutExtension(path)), ("file", path)));
    }

    /// <summary>Writes a generated migration into the project.</summary>
    /// <returns>The absolute path of the new file.</returns>
    internal string Create(Invocation invocation, NewMigration migration, GeneratedMigration generated)
    {
        var filled = Filled(invocation, migration);
        return Writer(invocation).Create(
            filled, heading => filled.Format is MigrationFormat.CSharp ? generated.CSharp(heading.ClassName) : generated.Sql(heading.Id, heading.Created));
    }

    private static MigrationFileWriter Writer(Invocation invocation) =>
        new(TimeProvider.System, invocation.Project.Root, invocation.Project.MigrationDirectories);

    /// <summary>A migration with all that the options and the project say about how it is written.</summary>
    internal NewMigration Filled(Invocation invocation, NewMigration migration)
    {
        var project = invocation.Project;
        return migration with
        {
            Naming = invocation.Value(naming) is { } how ? Enum.Parse<MigrationNaming>(how, ignoreCase: true) : project.Naming,
            Format = invocation.Value(format) is { } language ? Enum.Parse<MigrationFormat>(language, ignoreCase: true) : project.Format ?? UsualFormat(project),
            Driver = invocation.Connection.Settings.Driver,
        };
    }

    // Whoever has written all migrations in SQL goes on in it.
    private static MigrationFormat UsualFormat(ProjectConfig project)
    {
        var migrations = MigrationCatalog.Read(project.Root, project.MigrationDirectories).Migrations;
        return !migrations.IsEmpty && migrations.All(migration => migration is SqlMigration) ? MigrationFormat.Sql : MigrationFormat.CSharp;
    }
}
