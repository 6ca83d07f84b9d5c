using System.Text.RegularExpressions;
using Godwit.Facts;

namespace Godwit.Safety.Rules;

/// <summary>Pieces of corrected code that several rules propose.</summary>
internal static partial class Proposals
{
    internal const string TransactionOff = "-- transaction: off\n";

    /// <summary>A statement with a word put in after another one.</summary>
    internal static string With(string sql, string after, string word)
    {
        var place = Regex.Match(sql, $@"\b{after}\b", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
        return place.Success ? $"{sql[..(place.Index + place.Length)]} {word}{sql[(place.Index + place.Length)..]};" : sql + ";";
    }

    /// <summary>What nothing else takes the place of, with the reason for which it may be done: to be made true, or to be written anew.</summary>
    internal static string Allowed(string rule, string reason, string? sql) => $"-- allow: {rule} {reason}" + (sql is null ? "" : $"\n{sql};");

    /// <summary>A statement with another type for a column; null where the column does not stand in it like that.</summary>
    internal static string? Retyped(string? sql, ColumnShape column, string type) => sql is null ? null
        : Replaced(sql, $@"(?<={Regex.Escape(column.Name.Written)}\s+){Regex.Escape(column.Type)}(?!\w)", type);

    /// <summary>A statement in which one thing stands in the place of another; null where that is not in it.</summary>
    internal static string? Replaced(string sql, string pattern, string replacement)
    {
        var changed = Regex.Replace(sql, pattern, replacement.Replace("$", "$$", StringComparison.Ordinal), RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
        return changed == sql ? null : changed;
    }

    /// <summary>Statements, one below the other.</summary>
    internal static string? Lines(IEnumerable<string> statements) => string.Join('\n', statements.Select(sql => sql + ";")) is { Length: > 0 } lines ? lines : null;

    /// <summary>The columns with commas between them.</summary>
    internal static string List(IEnumerable<SqlName> columns) => string.Join(", ", columns.Select(column => column.Written));

    /// <summary>A constraint's name, or the one that the database would give it.</summary>
    internal static SqlName NameOf(SqlName table, ConstraintShape constraint, string ending) =>
        constraint.Name ?? new SqlName(SqlName.Joined([table.Bare, .. constraint.Columns.Select(column => column.Bare), ending]));

    /// <summary>A constraint that is added without a look at the rows, and then checked without blocking writers.</summary>
    internal static string InTwoSteps(SqlName table, SqlName name, string body) =>
        $"""
        {TransactionOff}ALTER TABLE {table} ADD CONSTRAINT {name} {body} NOT VALID;
        ALTER TABLE {table} VALIDATE CONSTRAINT {name};
        """;

    /// <summary>The way to NOT NULL on which no scan blocks anybody.</summary>
    internal static string NotNull(SqlName table, SqlName column)
    {
        var check = SqlName.Joined(table.Bare, column.Bare, "not_null");
        return $"""
            ALTER TABLE {table} ADD CONSTRAINT {check} CHECK ({column} IS NOT NULL) NOT VALID;
            ALTER TABLE {table} VALIDATE CONSTRAINT {check};
            ALTER TABLE {table} ALTER COLUMN {column} SET NOT NULL;
            ALTER TABLE {table} DROP CONSTRAINT {check};
            """;
    }

    /// <summary>A second column that takes the first one's place over several releases.</summary>
    internal static string Beside(SqlName table, SqlName old, SqlName column, string type) =>
        $"""
        ALTER TABLE {table} ADD COLUMN {column} {type};
        -- then: write both columns, fill {column} in batches, read {column}; drop {old} in a later release
        """;
}
