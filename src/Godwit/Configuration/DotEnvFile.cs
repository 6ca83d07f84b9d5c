namespace Godwit.Configuration;

/// <summary>The variables that a <c>.env</c> file sets. They are looked up here and not put into the process's environment.</summary>
internal sealed class DotEnvFile(Dictionary<string, DotEnvFile.Entry> entries)
{
    internal const string Name = ".env";

    internal static readonly DotEnvFile Empty = new([]);

    /// <exception cref="GodwitException">The variable's value refers to one that is not set.</exception>
    internal ConfiguredText? Find(string name)
    {
        if (!entries.TryGetValue(name, out var entry)) return null;
        return entry.Problem is null ? entry.Value : throw entry.Problem;
    }

    /// <summary>
    /// One variable. A value that cannot be worked out fails when it is asked for, not before: the file belongs to the
    /// application, and most of it is none of Godwit's business.
    /// </summary>
    internal sealed record Entry(ConfiguredText Value, GodwitException? Problem);
}
