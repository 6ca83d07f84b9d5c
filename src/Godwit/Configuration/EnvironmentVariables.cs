namespace Godwit.Configuration;

/// <summary>Environment variables as Godwit sees them: those of the process first, then those of the project's <c>.env</c> file.</summary>
public sealed class EnvironmentVariables
{
    private readonly Func<string, string?> process;
    private readonly DotEnvFile file;

    /// <summary>Variables of which no file knows more.</summary>
    /// <param name="lookup">Gives the value of a variable, or null when it is not set.</param>
    public EnvironmentVariables(Func<string, string?> lookup)
        : this(lookup, DotEnvFile.Empty)
    {
    }

    private EnvironmentVariables(Func<string, string?> lookup, DotEnvFile file)
    {
        process = lookup;
        this.file = file;
    }

    /// <summary>The variables of this process as they are at each look.</summary>
    public static EnvironmentVariables OfProcess { get; } = new(Environment.GetEnvironmentVariable);

    /// <summary>The value of a variable, or null when it is not set.</summary>
    /// <exception cref="GodwitException">The <c>.env</c> file sets it to something that cannot be worked out.</exception>
    public string? Find(string name) => process(name) ?? file.Find(name)?.Text;

    /// <summary>These variables, and after them those of <c>.env</c> in a folder, where there is one.</summary>
    internal EnvironmentVariables WithFileIn(string folder)
    {
        var path = Path.Combine(folder, DotEnvFile.Name);
        if (!File.Exists(path)) return this;
        return new EnvironmentVariables(process, DotEnvParser.Parse(TextFile.Read(path, DotEnvFile.Name), process));
    }

    /// <summary>A variable of the process that is set to something.</summary>
    internal ConfiguredText? InProcess(string name) =>
        process(name) is { Length: > 0 } value ? new ConfiguredText(value, name, "the environment") : null;

    /// <summary>A variable that the file sets to something, and that the process does not hide.</summary>
    internal ConfiguredText? InFile(string name) =>
        process(name) is null && file.Find(name) is { Text.Length: > 0 } found ? found : null;
}
