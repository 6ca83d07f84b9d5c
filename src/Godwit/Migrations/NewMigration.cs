using System.Collections.Immutable;
using Godwit.Configuration;

namespace Godwit.Migrations;

/// <summary>A migration to be written.</summary>
/// <param name="Name">What it does, in any spelling: <c>Create posts table</c>, <c>CreatePostsTable</c>, <c>create_posts_table</c>.</param>
public sealed record NewMigration(string Name)
{
    /// <summary>Where the file goes, absolute or relative to the project's directory; null is the first of the project's
    /// migrations directories. It is made if it is not there.</summary>
    public string? Directory { get; init; }

    /// <summary>How it gets its version.</summary>
    public MigrationNaming Naming { get; init; }

    /// <summary>The language it is written in. Default: SQL.</summary>
    public MigrationFormat Format { get; init; } = MigrationFormat.Sql;

    /// <summary>The database by name, whose SQL is written; C# is the same for all: <c>sqlite</c>, <c>postgresql</c>, <c>mysql</c>, <c>mariadb</c>.</summary>
    public string? Driver { get; init; }

    /// <summary>The table it creates; null: the one in a name like <c>create_posts_table</c>, if it is one.</summary>
    public string? CreatedTable { get; init; }

    /// <summary>The table it alters; null: the one in a name like <c>add_title_to_posts</c>, if it is one.</summary>
    public string? AlteredTable { get; init; }

    /// <summary>The migrations it builds on, by id; none: the one before it in the order of names.</summary>
    public ImmutableArray<string> Parents { get; init; } = [];

    /// <summary>Its version; null: the next one by <see cref="Naming"/>.</summary>
    internal string? Version { get; init; }

    /// <summary>What it is to do; null: what the tables above or the name tell.</summary>
    internal MigrationDraft? Draft { get; init; }
}
