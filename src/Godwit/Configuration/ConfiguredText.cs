using System.Text;

namespace Godwit.Configuration;

/// <summary>A text that someone configured, with the words that say where, so that an error can send its reader there.</summary>
/// <param name="Text">The text itself, which may hold a password.</param>
/// <param name="Name">The key, variable or option: <c>connections.shop.port</c>, <c>DB_PORT</c>, <c>--url</c>.</param>
/// <param name="Source">What holds the name: <c>the environment</c>, <c>.env</c>, <c>godwit.json</c>, <c>the command line</c>.</param>
internal sealed record ConfiguredText(string Text, string Name, string Source)
{
    private TextFile? File { get; init; }

    private int Offset { get; init; }

    internal static ConfiguredText Of(Setting setting) => In(setting.Place.File, setting.Offset, setting.Path, setting.Text);

    /// <summary>A text that stands in a file.</summary>
    internal static ConfiguredText In(TextFile file, int offset, string name, string text) =>
        new(text, name, file.Shown) { File = file, Offset = offset };

    internal int Port() =>
        PortNumber.Parse(Text) ?? throw Fail(ErrorCode.InvalidConnection, "is not a port", $"A port is {PortNumber.Expected}.");

    /// <summary>Puts environment variables where <c>${NAME}</c> stands; <c>$${</c> stands for the two characters themselves.</summary>
    /// <param name="variables">Where the values come from.</param>
    /// <param name="encode">How a value is written inside the text, unless the text begins with it; null: as it is.</param>
    internal ConfiguredText Interpolate(EnvironmentVariables variables, Func<string, string>? encode = null)
    {
        if (!Text.Contains(Interpolation.Opening, StringComparison.Ordinal)) return this;
        var result = new StringBuilder();
        for (var i = 0; i < Text.Length;)
        {
            if (Text[i] == '$' && Interpolation.BeginsAt(Text, i + 1))
            {
                result.Append(Interpolation.Opening);
                i += 1 + Interpolation.Opening.Length;
            }
            else if (Interpolation.BeginsAt(Text, i))
            {
                var interpolation = Interpolation.Read(Text, i) ?? throw Malformed();
                var value = interpolation.Value(variables.Find(interpolation.Name)) ?? throw Missing(interpolation.Name);
                result.Append(i == 0 || encode is null ? value : encode(value));
                i = interpolation.End;
            }
            else
            {
                result.Append(Text[i++]);
            }
        }

        return this with { Text = result.ToString() };
    }

    /// <summary>The content of the file that the text names, without its final line end.</summary>
    internal ConfiguredText ReadFile(string root)
    {
        var path = Path.GetFullPath(Path.Combine(root, Text));
        if (!System.IO.File.Exists(path))
        {
            throw Fail(ErrorCode.MissingSecret, $"names the file {Text}, which does not exist", "Write the file, or correct its path.");
        }

        var content = TextFile.Read(path, Text).Text;
        if (content.EndsWith('\n')) content = content[..^1];
        if (content.EndsWith('\r')) content = content[..^1];
        return this with { Text = content };
    }

    /// <summary>An error about this text, which does not show it.</summary>
    /// <param name="code">The kind of failure.</param>
    /// <param name="predicate">What is wrong, as a sentence without its subject and its full stop.</param>
    /// <param name="remedy">What to do.</param>
    internal GodwitException Fail(ErrorCode code, string predicate, string remedy) =>
        new(code, $"{this} {predicate}.", remedy, File?.Locate(Offset));

    /// <summary>The name and its source, never the text.</summary>
    public override string ToString() => $"{Name} from {Source}";

    private GodwitException Missing(string variable) => Fail(
        ErrorCode.MissingSecret,
        $"refers to the environment variable {variable}, which is not set",
        $"Set {variable} in the environment or in .env.");

    private GodwitException Malformed() => Fail(
        ErrorCode.InvalidValue,
        "has a \"${\" without a variable's name and a closing brace",
        "Write ${NAME} or ${NAME:-default}; write $${ where the two characters themselves are meant.");
}
