using Godwit.Cli.Rendering;
using Godwit.Migrations;
using Godwit.Modelling;

namespace Godwit.Cli.Commands;

/// <summary>Writes a class into a file of its own, and never over one.</summary>
internal static class ClassFile
{
    /// <summary>The name of a class with a word at its end, from any spelling: <c>user</c> is <c>UserSeeder</c>.</summary>
    /// <exception cref="GodwitException">It has no letter.</exception>
    internal static string Name(string written, string suffix)
    {
        var snake = SnakeCase.Of(written);
        if (snake.Length == 0 || !char.IsLetter(snake[0])) throw new GodwitException(ErrorCode.Usage, $"'{written}' cannot name a class.", "Write a word that begins with a letter.");
        var name = ClassName.Of(snake);
        return name.EndsWith(suffix, StringComparison.Ordinal) && name.Length > suffix.Length ? name : name + suffix;
    }

    /// <summary>The table of a model of a name.</summary>
    internal static string Table(string name) => ModelNames.Table(name);

    internal static GodwitException Nameless(string what, string example) => new(ErrorCode.Usage, $"{what} needs a name.", example);

    /// <summary>Writes the file, and shows its path.</summary>
    internal static void Write(Invocation invocation, string folder, string name, string kind, string text)
    {
        var path = Create(invocation, folder, name, text);
        invocation.Reporter.Show(new MessageScreen($"Created {Path.GetRelativePath(invocation.Directory, path)}", (kind, name), ("file", path)));
    }

    /// <summary>Writes the file.</summary>
    /// <returns>Its absolute path.</returns>
    /// <exception cref="GodwitException">It is there, or cannot be written.</exception>
    internal static string Create(Invocation invocation, string folder, string name, string text)
    {
        var path = Path.Join(invocation.Project.FullPath(folder), name + ".cs");
        if (File.Exists(path)) throw new GodwitException(ErrorCode.FileAccess, $"{invocation.Project.Shown(path)} already exists.", "Choose another name, or delete the file first.");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return path;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new GodwitException(ErrorCode.FileAccess, $"{invocation.Project.Shown(path)} cannot be written: {exception.Message}", "Check the rights on the directory.", inner: exception);
        }
    }
}
