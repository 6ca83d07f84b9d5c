namespace Godwit;

/// <summary>
/// A migration in C#. It describes what is to be done; nothing is done while it does so, and it may be asked several times.
/// </summary>
public abstract class Migration
{
    /// <summary>Describes what applies it.</summary>
    /// <param name="schema">Takes the description.</param>
    public abstract void Up(SchemaBuilder schema);

    /// <summary>
    /// Describes what undoes it. Left out, it is derived from <see cref="Up"/>, with the definitions of what was altered and
    /// dropped as they were.
    /// </summary>
    /// <param name="schema">Takes the description.</param>
    public virtual void Down(SchemaBuilder schema) => schema.Derive();
}
