using System.Globalization;
using Godwit.Schema;

namespace Godwit.MySql;

/// <summary>
/// The names that the server would give to constraints without one. Godwit writes them into its statements, so that a name is
/// known before the statement runs, and an index that InnoDB makes for a foreign key goes by the name of the key.
/// </summary>
internal static class ConstraintNaming
{
    /// <summary>A schema in which every constraint has a name.</summary>
    internal static DatabaseSchema Named(DatabaseSchema schema, MySqlTraits traits) =>
        schema.Tables.All(IsNamed) ? schema : schema with { Tables = schema.Tables.Select(table => Named(table, traits)) };

    /// <summary>A table in which every constraint but the primary key has a name.</summary>
    internal static Table Named(Table table, MySqlTraits traits) => IsNamed(table) ? table : table with
    {
        Uniques = Uniques(table),
        ForeignKeys = Numbered(table.ForeignKeys, key => key.Name, (key, name) => key with { Name = name }, table, "{0}_ibfk_{1}"),
        Checks = Numbered(table.Checks, check => check.Name, (check, name) => check with { Name = name }, table, traits.CheckName),
    };

    private static bool IsNamed(Table table) =>
        table.Uniques.All(unique => unique.Name is not null) && table.ForeignKeys.All(key => key.Name is not null) && table.Checks.All(check => check.Name is not null);

    // The name of the first column, with _2, _3 … where an index has that name (MySQL manual, 15.1.20).
    private static ValueList<UniqueConstraint> Uniques(Table table)
    {
        var taken = table.Indexes.Select(index => index.Name).Concat(table.Uniques.Select(unique => unique.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return table.Uniques.Select(unique =>
        {
            if (unique.Name is not null) return unique;
            var name = unique.Columns[0];
            for (var number = 2; !taken.Add(name); number++) name = $"{unique.Columns[0]}_{number}";
            return unique with { Name = name };
        });
    }

    // One more than the largest number so far (InnoDB, "FOREIGN KEY Constraints").
    private static ValueList<T> Numbered<T>(ValueList<T> constraints, Func<T, string?> name, Func<T, string, T> rename, Table table, string pattern)
    {
        var beginning = string.Format(CultureInfo.InvariantCulture, pattern, table.Name.Name, "");
        var last = 0;
        return constraints.Select(constraint =>
        {
            if (name(constraint) is not { } known) return rename(constraint, beginning + ++last);
            if (known.StartsWith(beginning, StringComparison.OrdinalIgnoreCase) && int.TryParse(known.AsSpan(beginning.Length), NumberStyles.None, null, out var number))
                last = Math.Max(last, number);
            return constraint;
        });
    }
}
