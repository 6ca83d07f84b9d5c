using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <summary>A routine that is made.</summary>
public sealed class RoutineBuilder : IDraft
{
    private readonly AuthorCall call;
    private CreateRoutine operation;

    internal RoutineBuilder(AuthorCall call, ObjectName name, RoutineKind kind, DialectText definition)
    {
        this.call = call;
        operation = new CreateRoutine(name, kind, definition) { OrReplace = Replaces(definition), Location = call.Location };
    }

    /// <summary>The types of its arguments, which tell it from others of its name: <c>"integer, text"</c> (PostgreSQL).</summary>
    /// <param name="types">The types, as PostgreSQL's catalog spells them, with commas between them.</param>
    public RoutineBuilder Arguments(string types)
    {
        operation = operation with { Arguments = call.Require(types, $"The arguments of {operation.Name}") };
        return this;
    }

    IEnumerable<Operation> IDraft.Freeze() => [operation];

    // The statement says by itself whether it replaces a routine, which then has to be remembered for the way back.
    private static bool Replaces(DialectText definition) =>
        Replaces(definition.Any) || Replaces(definition.Sqlite) || Replaces(definition.PostgreSql) || Replaces(definition.MySql) || Replaces(definition.MariaDb);

    private static bool Replaces(string? statement) =>
        statement is not null && statement.Split((char[]?)null, 4, StringSplitOptions.RemoveEmptyEntries) is [var create, var or, var replace, ..]
        && Is(create, "CREATE") && Is(or, "OR") && Is(replace, "REPLACE");

    private static bool Is(string word, string keyword) => word.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A routine that is dropped.</summary>
public sealed class DropRoutineBuilder : IDraft
{
    private readonly AuthorCall call;
    private DropRoutine operation;

    internal DropRoutineBuilder(AuthorCall call, ObjectName name, RoutineKind kind)
    {
        this.call = call;
        operation = new DropRoutine(name, kind) { Location = call.Location };
    }

    /// <summary>The types of its arguments, which tell it from others of its name: <c>"integer, text"</c> (PostgreSQL).</summary>
    /// <param name="types">The types, with commas between them.</param>
    public DropRoutineBuilder Arguments(string types) => Set(operation with { Arguments = call.Require(types, $"The arguments of {operation.Name}") });

    /// <summary>It may be missing: <c>IF EXISTS</c>.</summary>
    public DropRoutineBuilder IfExists() => Set(operation with { IfExists = true });

    IEnumerable<Operation> IDraft.Freeze() => [operation];

    private DropRoutineBuilder Set(DropRoutine next)
    {
        operation = next;
        return this;
    }
}
