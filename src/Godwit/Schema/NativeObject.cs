namespace Godwit.Schema;

/// <summary>Something that the model has no words for, in the database's own: a domain, a policy, an event …</summary>
/// <param name="Description">Its kind and name, as <c>domain email</c>: what <see cref="DatabaseSchema.Unread"/> calls it.</param>
/// <param name="Name">The name that others speak of it by; for a part or property of a table the table's.</param>
/// <param name="Definition">The whole statement that makes it.</param>
public sealed record NativeObject(string Description, ObjectName Name, string Definition)
{
    /// <summary>When it can be made.</summary>
    public NativePlace Place { get; init; }
}

/// <summary>When something can be made that the model has no words for.</summary>
public enum NativePlace
{
    /// <summary>Before what speaks of it: a type of columns.</summary>
    BeforeTables,

    /// <summary>When everything else is there: a property of a table, or what is built on tables.</summary>
    AfterTables,
}
