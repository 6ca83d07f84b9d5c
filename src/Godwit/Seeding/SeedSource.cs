using System.Collections.Immutable;
using System.Reflection;

namespace Godwit.Seeding;

/// <summary>A seeder that was found: a class, or a file of data.</summary>
internal abstract class SeedSource(string name)
{
    /// <summary>What people call it: the class's name, or the file's with its extension.</summary>
    internal string Name => name;

    /// <summary>Whether it is run once and remembered.</summary>
    internal virtual bool IsOnce => false;

    /// <summary>The names of the seeders that have to run before.</summary>
    internal virtual ImmutableArray<string> Dependencies => [];

    /// <summary>Writes the data.</summary>
    internal abstract Task RunAsync(SeedContext context);

    /// <summary>Where in the seeder something was thrown; null where that cannot be told.</summary>
    internal abstract SourceLocation? Locate(Exception thrown);
}

/// <summary>A class that is derived from <see cref="Seeder"/>.</summary>
/// <param name="type">The class.</param>
/// <param name="root">The project's directory, to which shown paths are relative.</param>
internal sealed class SeederClass(Type type, string root) : SeedSource(type.Name)
{
    internal override bool IsOnce => type.IsDefined(typeof(OnceAttribute), inherit: false);

    internal override ImmutableArray<string> Dependencies =>
    [
        .. type.GetCustomAttributes(inherit: false).OfType<ISeederDependency>().Select(attribute => attribute.Seeder),
        .. type.GetCustomAttributes<DependsOnAttribute>(inherit: false).Select(attribute => attribute.Revision),
    ];

    internal override Task RunAsync(SeedContext context) => Create().RunAsync(context);

    internal override SourceLocation? Locate(Exception thrown) => ThrownAt.Find(thrown, type, root);

    private Seeder Create()
    {
        try
        {
            return (Seeder)Activator.CreateInstance(type, nonPublic: true)!;
        }
        catch (MissingMethodException)
        {
            throw new GodwitException(ErrorCode.InvalidCode, $"The seeder {type.FullName} has no constructor without parameters.", "Give it one: what it needs comes with its SeedContext.");
        }
        catch (TargetInvocationException thrown)
        {
            throw new GodwitException(ErrorCode.InvalidCode, $"The constructor of {type.FullName} failed: {thrown.InnerException?.Message}", "Do in RunAsync what can fail.", inner: thrown.InnerException);
        }
    }
}
