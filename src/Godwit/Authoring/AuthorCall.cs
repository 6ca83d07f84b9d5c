using Godwit.Schema;

namespace Godwit;

/// <summary>The call of the schema builder that some builders belong to: what their errors point to.</summary>
internal class AuthorCall(SourceLocation location)
{
    private bool isOver;

    /// <summary>Where the call is written.</summary>
    internal SourceLocation Location => location;

    /// <summary>Takes nothing more: what is said later would be lost.</summary>
    internal void End() => isOver = true;

    /// <summary>Throws when the call is over.</summary>
    internal void RequireOpen()
    {
        if (isOver)
            throw Error("A builder was used after the callback that it belongs to had returned, which would have no effect.", "Say everything inside the callback.");
    }

    internal GodwitException Error(string message, string remedy) => new(ErrorCode.InvalidDefinition, message, remedy, location);

    /// <summary>The text, which must not be blank.</summary>
    internal string Require(string? text, string what) =>
        !string.IsNullOrWhiteSpace(text) ? text : throw Error($"{what} is empty.", "Write it out.");

    /// <summary>The name, no part of which may be blank.</summary>
    internal ObjectName Require(ObjectName name, string what)
    {
        Require(name.Name, what);
        if (name.Schema is not null) Require(name.Schema, $"The schema of {what[..1].ToLowerInvariant()}{what[1..]}");
        return name;
    }

    /// <summary>The names of columns: at least one, none blank, none twice.</summary>
    internal ValueList<string> RequireColumns(IEnumerable<string> columns, string what)
    {
        var list = columns.ToValueList();
        if (list.Count == 0) throw Error($"{what} names no column.", "Name the columns it is over.");
        foreach (var column in list) Require(column, $"A column's name in {what[..1].ToLowerInvariant()}{what[1..]}");
        return RequireDistinct(list, column => Error($"{what} names the column {column} twice.", "Name each column once."));
    }

    /// <summary>The values of an enumeration: at least one, none twice.</summary>
    internal ValueList<string> RequireValues(IEnumerable<string> values, string what)
    {
        var list = values.ToValueList();
        if (list.Count == 0) throw Error($"{what} has no values.", "List the values it may hold.");
        return RequireDistinct(list, value => Error($"{what} has the value '{value}' twice.", "List each value once."));
    }

    private static ValueList<string> RequireDistinct(ValueList<string> list, Func<string, GodwitException> error)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in list)
        {
            if (!seen.Add(text)) throw error(text);
        }

        return list;
    }
}

/// <summary>A call that is about one table.</summary>
internal sealed class TableCall(ObjectName table, string product, AuthoringDefaults defaults, SourceLocation location) : AuthorCall(location)
{
    /// <summary>The table.</summary>
    internal ObjectName Table => table;

    /// <summary>The database by name.</summary>
    internal string Product => product;

    /// <summary>What is meant where an author does not say.</summary>
    internal AuthoringDefaults Defaults => defaults;
}
