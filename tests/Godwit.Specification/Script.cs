namespace Godwit.Specification;

/// <summary>Texts of migrations that every database understands.</summary>
public static class Script
{
    /// <summary>Creates a table with one column, <c>id</c>; undone, drops it.</summary>
    public static string Table(string name) => UpDown($"CREATE TABLE {name} (id integer PRIMARY KEY);", $"DROP TABLE {name};");

    /// <summary>A migration with both sections.</summary>
    public static string UpDown(string up, string down) => $"-- UP\n{up}\n-- DOWN\n{down}\n";
}
