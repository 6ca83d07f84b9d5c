namespace Godwit;

/// <summary>
/// Fills a database with data for development and tests. A class in <c>database/seeders</c> or in an application's assembly, with a constructor
/// without parameters. What one seeder writes is one transaction: it is kept whole or not at all.
/// </summary>
public abstract class Seeder
{
    /// <summary>Writes the data.</summary>
    /// <param name="context">The database, inside the seeder's transaction.</param>
    public abstract Task RunAsync(SeedContext context);
}

/// <summary>
/// The seeder is run once in the life of a database, and remembered in it: <c>[Once]</c>. When everything is undone or dropped, it is forgotten.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OnceAttribute : Attribute;

/// <summary>Runs another seeder before this one: <c>[DependsOn&lt;UserSeeder&gt;]</c>. For a seed file, <c>[DependsOn("countries.csv")]</c>.</summary>
/// <typeparam name="TSeeder">The other seeder.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DependsOnAttribute<TSeeder> : Attribute, ISeederDependency
    where TSeeder : Seeder
{
    string ISeederDependency.Seeder => typeof(TSeeder).Name;
}

/// <summary>Names a seeder that has to run before.</summary>
internal interface ISeederDependency
{
    /// <summary>Its name.</summary>
    string Seeder { get; }
}
