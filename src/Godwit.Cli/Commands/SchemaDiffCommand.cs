using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Comparison;
using Godwit.Dialects;
using Godwit.Drift;
using Godwit.Planning;

namespace Godwit.Cli.Commands;

/// <summary>Shows how one schema differs from another.</summary>
internal sealed class SchemaDiffCommand : Verb
{
    internal override Argument Argument => new("A B", WordCount.Any, "Each is a connection's name or URL, models, migrations, or the path of a script with a whole schema.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit schema:diff main models", "What a migration would have to do to main."),
        ("godwit schema:diff main staging", "How staging differs from main."),
        ("godwit schema:diff migrations schema.sql", "Whether the script makes the same schema as the migrations."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        if (invocation.Words is not [var first, var second])
            throw new GodwitException(ErrorCode.Usage, "schema:diff compares two schemas.", "godwit schema:diff main models; godwit schema:diff --help shows what each may be.");
        await using Side left = Side.Of(invocation, first), right = Side.Of(invocation, second);
        var database = left.Own ?? right.Own ?? invocation.Database;
        var (difference, models) = await CompareAsync(database.Dialect, left.On(database, invocation), right.On(database, invocation), cancellation);
        invocation.Reporter.Show(new DifferenceScreen(left.Shown, right.Shown, difference, models?.Undecided ?? [], models?.Unread ?? []));
        return difference.IsEmpty ? ExitCode.Done : ExitCode.Difference;
    }

    private static async Task<(SchemaDifference Difference, ModelState? Models)> CompareAsync(Dialect dialect, Reading left, Reading right, CancellationToken cancellation)
    {
        if (left.Source is SchemaSource.Models && right.Source is SchemaSource.Models)
            throw new GodwitException(ErrorCode.Usage, "Models are always what they are.", "Compare them with something else: a connection, migrations, or a script.");
        if (right.Source is SchemaSource.Models wanted)
        {
            var present = await left.ReadAsync(wanted, cancellation);
            var models = await right.States.ReadModelsAsync(wanted, present, RenameDecisions.None, cancellation);
            return (models.From(present.Schema), models);
        }

        if (left.Source is SchemaSource.Models said)
        {
            var present = await right.ReadAsync(said, cancellation);
            var models = await left.States.ReadModelsAsync(said, present, RenameDecisions.None, cancellation);
            return (SchemaComparer.Compare(ModelState.Complete(present.Schema, models.Schema), present.Schema), models);
        }

        var (from, to) = (await left.ReadAsync(null, cancellation), await right.ReadAsync(null, cancellation));
        return (SchemaComparer.Compare(dialect.Normalize(from.Schema), dialect.Normalize(to.Schema)), null);
    }

    // A word, and the database of its own that it names.
    private sealed class Side(string shown, SchemaSource source, Database? own) : IAsyncDisposable
    {
        /// <summary>The word, without a password in it.</summary>
        internal string Shown => shown;

        internal Database? Own => own;

        internal static Side Of(Invocation invocation, string word)
        {
            var project = invocation.Project;
            if (word == "models") return new Side(word, ProjectModels.Require(project), null);
            if (word == "migrations") return new Side(word, new SchemaSource.Migrations(), null);
            var path = invocation.FromHere(word);
            if (!project.Connections.ContainsKey(word) && File.Exists(path) && word.EndsWith(".sql", StringComparison.OrdinalIgnoreCase)) return new Side(word, new SchemaSource.Script(path, word), null);
            var isUrl = word.Contains(':', StringComparison.Ordinal);
            var connection = isUrl ? project.ResolveConnection(word) : project.ResolveConnection(null, word);
            return new Side(isUrl ? connection.Settings.ToString() : word, new SchemaSource.Live(), Drivers.Find(connection.Settings.Driver).Connect(connection.Settings));
        }

        internal Reading On(Database database, Invocation invocation) => new(source, new SchemaStates(own ?? database, invocation.MigratorOptions));

        public ValueTask DisposeAsync() => own?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private sealed record Reading(SchemaSource Source, SchemaStates States)
    {
        internal Task<SchemaState> ReadAsync(SchemaSource.Models? beside, CancellationToken cancellation) => Source switch
        {
            SchemaSource.Live => States.ReadLiveAsync(beside, cancellation),
            SchemaSource.Migrations => States.ReplayAsync(new Target.Head(), beside, cancellation),
            SchemaSource.Script script => States.RunScriptAsync(script, cancellation),
            _ => throw new InvalidOperationException("Models are read beside another schema."),
        };
    }
}
