using Godwit.EntityFrameworkCore.Providers;
using Godwit.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Godwit.EntityFrameworkCore;

/// <summary>The sequences of EF Core as those of a schema.</summary>
internal static class SequenceTranslation
{
    internal static Sequence Of(CreateSequenceOperation operation, Provider provider) => new(provider.Named(operation.Schema, operation.Name))
    {
        Type = provider.SequenceType(operation.ClrType),
        Start = operation.StartValue,
        Increment = operation.IncrementBy,
        Minimum = operation.MinValue,
        Maximum = operation.MaxValue,
        Cache = Cache(operation),
        Cycles = operation.IsCyclic,
    };

    // EF Core has had it since version 9, and this is built for older ones, too.
    private static long? Cache(CreateSequenceOperation operation) => operation.GetType().GetProperty("CacheSize")?.GetValue(operation) is int size ? size : null;
}
