using System.Reflection;
using Godwit.Faults.Wire;

namespace Godwit.Faults.Targets;

/// <summary>A database product on which faults are tried, with the migrations that are run on it.</summary>
internal abstract class FaultTarget
{
    private Task<Invariants>? invariants;

    /// <summary>The product's name in options and reports.</summary>
    internal abstract string Name { get; }

    /// <summary>The protocol between a runner and its server; null where there is none between them.</summary>
    internal virtual Func<IFrames>? Frames => null;

    /// <summary>Whether the lock passes to another when its holder does not stir for some time.</summary>
    internal virtual bool HasLease => false;

    /// <summary>The directory with the migrations.</summary>
    internal string Migrations => Path.Join(AppContext.BaseDirectory, "Migrations", MigrationsFolder);

    /// <summary>The migrations by id, in order.</summary>
    internal string[] Ids =>
    [
        .. from id in Directory.EnumerateFiles(Migrations, "*.sql").Select(file => Path.GetFileNameWithoutExtension(file)!).Concat(CodeIds)
           orderby int.Parse(id.AsSpan(0, id.IndexOf('_', StringComparison.Ordinal)), null)
           select id,
    ];

    // Those in C#, which are the same for all, come after those in SQL.
    private static IEnumerable<string> CodeIds =>
        from type in typeof(FaultTarget).Assembly.GetTypes()
        let attribute = type.GetCustomAttribute<MigrationAttribute>()
        where attribute is not null
        select Path.GetFileNameWithoutExtension(attribute.File);

    /// <summary>The folder with the migrations.</summary>
    protected virtual string MigrationsFolder => Name;

    /// <summary>What must be so after any run, taken from a clean one.</summary>
    internal Task<Invariants> InvariantsAsync() => invariants ??= Invariants.OfCleanRunAsync(this);

    /// <summary>Creates an empty database.</summary>
    internal abstract Task<FaultDatabase> CreateAsync();
}
