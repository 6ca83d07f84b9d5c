using System.Text;
using System.Text.RegularExpressions;
using Godwit.Cli.Commands;
using Godwit.Cli.Rendering;
using Godwit.Configuration;
using Xunit;

namespace Godwit.Cli.Tests.Running;

/// <summary>A project in a directory of its own, on which the command runs inside the process of the tests.</summary>
internal sealed partial class Project : IDisposable
{
    private readonly Dictionary<string, string> variables = [];
    private readonly List<string> secrets = [];

    public Project()
        : this(Directory.CreateTempSubdirectory("godwit-cli-").FullName)
    {
        Write("godwit.json", "{}");
        Directory.CreateDirectory(Path.Join(Root, "database/migrations"));
    }

    private Project(string root) => (Root, Here) = (root, root);

    /// <summary>An empty directory, in a place that is to be made.</summary>
    public static Project Empty(string directory) => new(Directory.CreateDirectory(directory).FullName);

    public string Root { get; }

    /// <summary>Where the command is called.</summary>
    public string Here { get; set; }

    public string SqliteFile => Path.Join(Root, "database/database.sqlite");

    /// <summary>What a person types when asked. Without answers nobody is there.</summary>
    public string[]? Answers { get; set; }

    /// <summary>The columns of the terminal, where there is one.</summary>
    public int Width { get; set; } = 80;

    /// <summary>The environment variables.</summary>
    public IReadOnlyDictionary<string, string> Variables => variables;

    public void Set(string variable, string value)
    {
        variables[variable] = value;
        KeepPasswordsOf(variable + "=" + value);
    }

    /// <summary>What no output may ever show.</summary>
    public void Keep(string secret) => secrets.Add(secret);

    public void Write(string path, string text)
    {
        KeepPasswordsOf(text);
        Write(path, Encoding.UTF8.GetBytes(text));
    }

    public void Write(string path, byte[] content)
    {
        var full = Path.Join(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content);
    }

    public void Migration(string file, string text) => Write("database/migrations/" + file, text);

    /// <summary>The files in the migrations directory by name, the way they are sorted there.</summary>
    public string[] MigrationFiles() =>
        [.. Directory.GetFiles(Path.Join(Root, "database/migrations")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public void Delete(string file) => File.Delete(Path.Join(Root, "database/migrations", file));

    /// <summary>Creates and drops a table of the same name.</summary>
    public void TableMigration(string file, string table) => Migration(file, $"CREATE TABLE {table} (id int);\n-- DOWN\nDROP TABLE {table};\n");

    public Task<Outcome> RunAsync(string line) => RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public async Task<Outcome> RunAsync(string[] args, CancellationToken cancellation = default)
    {
        using StringWriter output = new(), error = new();
        var answers = new Queue<string>(Answers ?? []);
        var terminal = new Terminal
        {
            Out = output,
            Error = error,
            ReadLine = () => answers.TryDequeue(out var answer) ? answer : null,
            Audience = Answers is null ? Audience.Program : Audience.Person,
            OutColours = Colours.Off,
            ErrorColours = Colours.Off,
            OutWidth = Answers is null ? int.MaxValue : Width,
            ErrorWidth = Width,
        };
        var around = new Surroundings(Here, new EnvironmentVariables(name => variables.GetValueOrDefault(name)));
        var code = await new CommandLine(terminal, around).RunAsync(args, cancellation);
        return Checked(new Outcome(code, output.ToString(), error.ToString()), args);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>What holds for every call: no secret, no stack trace, and with --json one document and nothing else.</summary>
    public Outcome Checked(Outcome outcome, string[] args)
    {
        foreach (var word in args) KeepPasswordsOf(word);
        foreach (var secret in secrets) Assert.DoesNotContain(secret, outcome.Out + outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Out + outcome.Error, StringComparison.Ordinal);
        if (args.Contains("--json")) Assert.Equal(System.Text.Json.JsonValueKind.Object, outcome.Json.ValueKind);
        return outcome;
    }

    // Whatever a test gives the command as a password, in a URL, a variable or a setting, is kept from then on.
    private void KeepPasswordsOf(string text)
    {
        foreach (Match found in Passwords().Matches(text))
        {
            var password = found.Groups["password"].Value;
            secrets.Add(password);
            secrets.Add(Uri.UnescapeDataString(password));
        }
    }

    // A few letters may be part of any word; a reference to a variable is no password.
    [GeneratedRegex("""(?:://[^\s:/@"]*:|PASSWORD=["']?|"password"\s*:\s*"|[?&]password=)(?<password>[^\s@"'$&]{6,})""", RegexOptions.IgnoreCase)]
    private static partial Regex Passwords();
}
