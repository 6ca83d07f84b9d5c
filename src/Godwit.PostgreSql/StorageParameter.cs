using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>Storage parameters of tables and indexes (manual, CREATE TABLE, "Storage Parameters").</summary>
internal static class StorageParameter
{
    /// <summary>Parameters as <c>fillfactor = 70</c>, whatever the blanks.</summary>
    internal static ValueList<string> Canonical(ValueList<string> parameters) => parameters.Select(Canonical);

    internal static string Name(string parameter) => parameter.Split('=', 2)[0].Trim();

    private static string Canonical(string parameter) => parameter.Split('=', 2) is [var name, var value] ? $"{name.Trim()} = {value.Trim()}" : $"{parameter.Trim()} = true";
}
