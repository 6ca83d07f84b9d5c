using Godwit.Schema;
using Xunit;

namespace Godwit.PostgreSql.Tests.Schemas;

/// <summary>Compares schemas so that a difference can be read.</summary>
internal static class SchemaAssert
{
    internal static void Same(DatabaseSchema expected, DatabaseSchema actual)
    {
        Assert.Equal(Lines(expected), Lines(actual));
        Assert.Equal(expected, actual);
    }

    private static string Lines(DatabaseSchema schema) =>
        schema.ToString().Replace("[", "[\n", StringComparison.Ordinal).Replace(", ", ",\n", StringComparison.Ordinal);
}
