using Godwit.Faults.Wire;

namespace Godwit.Faults.Targets;

/// <summary>A database product on which faults are tried, with the migrations that are run on it.</summary>
internal abstract class FaultTarget
{
    /// <summary>The product's name in options and reports.</summary>
    internal abstract string Name { get; }

    /// <summary>The protocol between a runner and its server; null where there is none between them.</summary>
    internal virtual Func<IFrames>? Frames => null;

    /// <summary>The directory with the migrations.</summary>
    internal string Migrations => Path.Join(AppContext.BaseDirectory, "Migrations", MigrationsFolder);

    /// <summary>The migrations by id, in order.</summary>
    internal string[] Ids =>
    [
        .. from file in Directory.EnumerateFiles(Migrations, "*.sql")
           let id = Path.GetFileNameWithoutExtension(file)
           orderby int.Parse(id.AsSpan(0, id.IndexOf('_', StringComparison.Ordinal)), null)
           select id,
    ];

    /// <summary>The folder with the migrations.</summary>
    protected virtual string MigrationsFolder => Name;

    /// <summary>Creates an empty database.</summary>
    internal abstract Task<FaultDatabase> CreateAsync();
}
