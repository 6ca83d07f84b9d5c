namespace Godwit.Configuration;

/// <summary>The language in which a new migration is written.</summary>
public enum MigrationFormat
{
    /// <summary>A C# class.</summary>
    CSharp,

    /// <summary>A SQL file with an up and a down section.</summary>
    Sql,
}
