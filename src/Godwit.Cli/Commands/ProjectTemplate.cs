namespace Godwit.Cli.Commands;

/// <summary>The files of a new project.</summary>
internal sealed class ProjectTemplate(string root)
{
    private static readonly string[] Ignored = ["database/*.sqlite", "database/*.sqlite-*", ".godwit/", ".env"];

    /// <summary>Writes what is missing, and nothing over what is there.</summary>
    /// <returns>What was written, relative to the project.</returns>
    /// <exception cref="GodwitException">A file cannot be written.</exception>
    internal IReadOnlyList<string> Write(string naming, string format)
    {
        var written = new List<string>();
        try
        {
            if (!File.Exists(At("godwit.json")))
            {
                Directory.CreateDirectory(root);
                File.WriteAllText(At("godwit.json"), Settings(naming, format));
                written.Add("godwit.json");
            }

            if (!Directory.Exists(At("database/migrations")))
            {
                Directory.CreateDirectory(At("database/migrations"));
                written.Add("database/migrations/");
            }

            if (Ignore()) written.Add(".gitignore");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new GodwitException(ErrorCode.FileAccess, $"The project cannot be set up in {root}: {exception.Message}", "Check the rights on the directory.", inner: exception);
        }

        return written;
    }

    private bool Ignore()
    {
        var path = At(".gitignore");
        var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        var missing = Ignored.Except(lines.Select(line => line.Trim())).ToArray();
        if (missing.Length == 0) return false;
        var text = File.Exists(path) ? File.ReadAllText(path) : "";
        if (text.Length > 0 && !text.EndsWith('\n')) text += "\n";
        File.WriteAllText(path, text + string.Join('\n', missing) + "\n");
        return true;
    }

    private string At(string path) => Path.Combine(root, path);

    private static string Settings(string naming, string format) =>
        $$"""
        {
          // Everything has a default; docs/configuration.md lists the keys.
          "migrations": ["database/migrations"],
          "naming": "{{naming}}",
          "format": "{{format}}",
          "connections": {
            // postgresql://user:${DB_PASSWORD}@host/database, mysql://…, mariadb://… are connections too.
            "main": "sqlite:database/database.sqlite"
          }
        }

        """;
}
