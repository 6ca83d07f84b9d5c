using Godwit.Modelling;

namespace Godwit.Drift;

/// <summary>Where a schema is said.</summary>
public abstract record SchemaSource
{
    private SchemaSource()
    {
    }

    /// <summary>In the database, as it is.</summary>
    public sealed record Live : SchemaSource;

    /// <summary>In the migrations: what there is when they have run on an empty database.</summary>
    public sealed record Migrations : SchemaSource;

    /// <summary>In a script that makes the schema on an empty database.</summary>
    /// <param name="Path">The absolute path of the file.</param>
    /// <param name="ShownPath">The path as people are told of it.</param>
    public sealed record Script(string Path, string ShownPath) : SchemaSource;

    /// <summary>In model classes, or a framework's model.</summary>
    /// <param name="Read">Reads them for a database by name: <c>sqlite</c>, <c>postgresql</c>, <c>mysql</c>, <c>mariadb</c>.</param>
    public sealed record Models(Func<string, ModelSchema> Read) : SchemaSource;
}
