using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>
/// Hashes of the statements of a migration, each over the one before: equal hashes at a place mean that everything up to there is
/// the same. How lines end does not count.
/// </summary>
internal static class StatementChain
{
    internal static ImmutableArray<string> Of(ImmutableArray<SqlStatement> statements)
    {
        var hashes = ImmutableArray.CreateBuilder<string>(statements.Length);
        var before = "";
        foreach (var statement in statements)
        {
            before = statement.DoneAs ?? statement.Key ?? Next(before, Normalised(statement.Text));
            hashes.Add(before);
        }

        return hashes.MoveToImmutable();
    }

    /// <summary>The hash of something over the hash of all before it.</summary>
    internal static string Next(string before, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(before + "\n" + text)));

    private static string Normalised(string text) => text.ReplaceLineEndings("\n");
}
