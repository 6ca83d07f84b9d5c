using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>
/// A rule of caution. Its bad and good example are its test and its documentation: the bad one must be found, and neither the good one
/// nor the code that the rule proposes for the bad one may be.
/// </summary>
internal abstract class Rule
{
    /// <summary>By what it is named where it is allowed: <c>PG01</c>.</summary>
    internal abstract string Id { get; }

    /// <summary>How bad a breach is, where the breach does not say so itself.</summary>
    internal abstract Severity Severity { get; }

    /// <summary>The databases that it is about, by name.</summary>
    internal abstract ImmutableArray<string> Products { get; }

    /// <summary>What it is about, in a few words.</summary>
    internal abstract string Title { get; }

    /// <summary>Why that is dangerous.</summary>
    internal abstract string Reason { get; }

    /// <summary>What to do instead.</summary>
    internal abstract string Remedy { get; }

    /// <summary>A migration that breaches it, for the first of its databases.</summary>
    internal abstract string Bad { get; }

    /// <summary>A migration that does it well; null where the code that the rule proposes for the bad one is it.</summary>
    internal virtual string? Good => null;

    /// <summary>Whether tables that the same run creates are looked at, too: they are empty, and nobody uses them yet.</summary>
    internal virtual bool JudgesNewTables => false;

    /// <summary>The breaches of one fact.</summary>
    internal abstract IEnumerable<Breach> Judge(Fact fact, Ground ground);
}

/// <summary>One breach of a rule.</summary>
/// <param name="Message">What is wrong, with the names of what it is about.</param>
/// <param name="Sql">The corrected code; null where there is none.</param>
/// <param name="Code">The corrected code for a migration in C#; null where that is the SQL.</param>
internal sealed record Breach(string Message, string? Sql = null, string? Code = null)
{
    /// <summary>How bad it is; null is as the rule says.</summary>
    internal Severity? Severity { get; init; }
}

/// <summary>The databases that rules are about.</summary>
internal static class Products
{
    internal static readonly ImmutableArray<string> All = ["postgresql", "mysql", "mariadb", "sqlite"];
    internal static readonly ImmutableArray<string> PostgreSql = ["postgresql"];
    internal static readonly ImmutableArray<string> MySql = ["mysql", "mariadb"];
    internal static readonly ImmutableArray<string> OnlyMySql = ["mysql"];
    internal static readonly ImmutableArray<string> Sqlite = ["sqlite"];
}
