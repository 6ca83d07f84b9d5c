namespace Godwit.Sqlite;

/// <summary>The failure of what SQLite cannot do: it says what to do instead.</summary>
internal static class SqliteUnsupported
{
    internal static GodwitException That(string what, string alternative) => new(ErrorCode.NotSupported, $"SQLite has no {what}.", alternative);
}
