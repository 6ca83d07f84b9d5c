using System.Text;
using Godwit.Configuration;

namespace Godwit.Cli.Commands;

/// <summary>The files of a new project.</summary>
internal sealed class ProjectTemplate(string root)
{
    /// <summary>The settings, relative to the project.</summary>
    internal const string SettingsFile = "godwit.json";

    private static readonly string[] Ignored = ["database/*.sqlite", "database/*.sqlite-*", ".godwit/", ".env"];

    /// <summary>Whether there are settings already.</summary>
    internal bool HasSettings => File.Exists(At(SettingsFile));

    /// <summary>Writes what is missing, and nothing over what is there.</summary>
    /// <returns>What was written, relative to the project.</returns>
    /// <exception cref="GodwitException">A file cannot be written.</exception>
    internal IReadOnlyList<string> Write(string driver, string naming, string format)
    {
        var written = new List<string>();
        try
        {
            if (!HasSettings)
            {
                Directory.CreateDirectory(root);
                File.WriteAllText(At(SettingsFile), Settings(driver, naming, format));
                written.Add(SettingsFile);
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

    private string Settings(string driver, string naming, string format) =>
        $$"""
        {
          // Everything has a default; docs/configuration.md lists the keys.
          "migrations": ["database/migrations"],
          "naming": "{{naming}}",
          "format": "{{format}}",
          "connections": {
            {{Connection(driver)}}
          }
        }

        """;

    private string Connection(string driver) => driver == DriverName.Sqlite
        ? """
          // postgresql://user:${DB_PASSWORD}@host/database, mysql://…, mariadb://… are connections too.
              "main": "sqlite:database/database.sqlite"
          """
        : $"""
          // user, server and database; the password is DB_PASSWORD, in .env or the environment
              "main": "{driver}://{Name()}@localhost/{Name()}"
          """;

    // The folder's name, as far as it can be a user's and a database's without quotes.
    private string Name()
    {
        var name = new StringBuilder();
        foreach (var letter in Path.GetFileName(Path.TrimEndingDirectorySeparator(root)).ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(letter) || (name.Length > 0 && char.IsAsciiDigit(letter))) name.Append(letter);
            else if (name.Length > 0 && letter is '-' or '_' or '.' or ' ') name.Append('_');
        }

        return name.Length > 0 ? name.ToString().TrimEnd('_') : "app";
    }
}
