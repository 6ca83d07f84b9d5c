namespace Floor;

/// <summary>The generated migrations of a directory: an up section, a down section, and nothing that needs a lexer.</summary>
internal sealed class MigrationFiles
{
    private const string DownMark = "\n-- DOWN\n";
    private readonly string directory;

    public MigrationFiles(string directory)
    {
        this.directory = directory;
        Names = Directory.GetFiles(directory, "*.sql");
        for (var i = 0; i < Names.Length; i++) Names[i] = Path.GetFileNameWithoutExtension(Names[i]);
        Array.Sort(Names, StringComparer.Ordinal);
    }

    public string[] Names { get; }

    public string Up(string name)
    {
        var text = Read(name);
        return text[..text.IndexOf(DownMark, StringComparison.Ordinal)];
    }

    public string Down(string name)
    {
        var text = Read(name);
        return text[(text.IndexOf(DownMark, StringComparison.Ordinal) + DownMark.Length)..];
    }

    private string Read(string name) => File.ReadAllText(Path.Combine(directory, name + ".sql"));
}
