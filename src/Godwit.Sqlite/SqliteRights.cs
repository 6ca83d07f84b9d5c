namespace Godwit.Sqlite;

/// <summary>The rights that migrations need: SQLite writes the file, and its journal beside it.</summary>
internal static class SqliteRights
{
    internal static IReadOnlyList<string> Missing(string path)
    {
        var missing = new List<string>();
        if (!CanWrite(path)) missing.Add($"write on {path}");
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !CanMakeFiles(folder)) missing.Add($"write on {folder}, for the journal");
        return missing;
    }

    private static bool CanWrite(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool CanMakeFiles(string folder)
    {
        try
        {
            using var file = File.OpenHandle(
                Path.Join(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }
}
