using System.Collections.Immutable;

namespace Godwit.Configuration;

/// <summary>Where the model classes are that describe the schema as it should be.</summary>
public sealed record ModelSource
{
    /// <summary>Folders of C# files, as absolute paths; those that do not exist are passed over.</summary>
    public ImmutableArray<string> Folders { get; init; } = [];

    /// <summary>A compiled assembly, as an absolute path; it then stands in place of the folders.</summary>
    public string? Assembly { get; init; }

    /// <summary>The full name of an EF Core context in <see cref="Assembly"/>; null: the only one, or mapped classes.</summary>
    public string? Context { get; init; }
}
