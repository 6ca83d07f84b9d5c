using System.Collections.Immutable;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <summary>What a migration in C# says that it does.</summary>
internal static class MigrationDescription
{
    /// <summary>Whether a migration says itself what undoes it.</summary>
    internal static bool HasDown(Migration migration) =>
        migration.GetType().GetMethod(nameof(Migration.Down), [typeof(SchemaBuilder)])!.DeclaringType != typeof(Migration);

    /// <summary>What applies a migration.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="product">The database by name.</param>
    /// <param name="file">The migration's file, as shown to people.</param>
    /// <param name="before">The schema before it; null while nobody has asked for it.</param>
    /// <exception cref="SchemaNeededException">It asks for the schema.</exception>
    internal static ImmutableArray<Operation> Up(Migration migration, string product, string file, DatabaseSchema? before)
    {
        var builder = new SchemaBuilder(product, file, before);
        migration.Up(builder);
        return builder.Operations;
    }

    /// <summary>What undoes a migration; null when that is to be derived.</summary>
    /// <exception cref="SchemaNeededException">It asks for the schema.</exception>
    internal static ImmutableArray<Operation>? Down(Migration migration, string product, string file, DatabaseSchema? before)
    {
        var builder = new SchemaBuilder(product, file, before);
        migration.Down(builder);
        return builder.IsDerived ? null : builder.Operations;
    }
}
