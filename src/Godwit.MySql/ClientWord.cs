namespace Godwit.MySql;

/// <summary>
/// The words that begin a command of the mysql client (manual, "mysql Client Commands"); none begins a statement. USE and HELP
/// are not here: the server takes them too.
/// </summary>
internal static class ClientWord
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "charset", "clear", "connect", "edit", "ego", "exit", "go", "nopager", "notee", "nowarning", "pager", "print", "prompt",
        "query_attributes", "quit", "rehash", "resetconnection", "sandbox", "source", "ssl_session_data_print", "status", "system",
        "tee", "warnings",
    };

    internal static bool IsOne(string word) => Words.Contains(word);

    internal static string Remedy(string word) => word.ToLowerInvariant() switch
    {
        "source" => "Put the statements of that file here.",
        "connect" => "Remove the line: a migration runs in the database of its connection.",
        "go" or "ego" => "End the statement with a semicolon.",
        "charset" => "Write SET NAMES.",
        _ => "Remove the line.",
    };
}
