using System.Collections.Immutable;
using Godwit.Dialects;
using Godwit.Operations;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>What a migration in C# would do, as far as that can be said without a database: the rest is a comment.</summary>
internal sealed class CodeOutline(Dialect dialect)
{
    private readonly OperationSql sql = new(dialect, dialect.Generator, dialect.Name);

    /// <summary>The statements that apply it.</summary>
    internal ImmutableArray<SqlStatement> Up(Migration migration, string file) => Described(() => MigrationDescription.Up(migration, dialect.Name, file, null), file);

    /// <summary>The statements that undo it; null where it cannot be undone.</summary>
    internal ImmutableArray<SqlStatement>? Down(Migration migration, string file)
    {
        if (MigrationDescription.HasDown(migration)) return Described(() => MigrationDescription.Down(migration, dialect.Name, file, null)!.Value, file);
        try
        {
            var operations = MigrationDescription.Up(migration, dialect.Name, file, null);
            if (operations.Any(operation => operation.ReversesFromSchema)) return Unknown(file);
            var (reversed, obstacle) = Reversing.Of(operations);
            return obstacle is null ? Statements(reversed) : null;
        }
        catch (SchemaNeededException)
        {
            return Unknown(file);
        }
    }

    private ImmutableArray<SqlStatement> Described(Func<ImmutableArray<Operation>> describe, string file)
    {
        try
        {
            return Statements(describe());
        }
        catch (SchemaNeededException)
        {
            return Unknown(file);
        }
    }

    private ImmutableArray<SqlStatement> Statements(ImmutableArray<Operation> operations) =>
    [
        .. operations.SelectMany(operation => sql.NeedsSchema([operation])
            ? [new SqlStatement($"-- {operation.Summary}: in words that depend on the table as it is then", operation.Location)]
            : sql.Say([operation], null).Statements),
    ];

    private static ImmutableArray<SqlStatement> Unknown(string file) =>
        [new SqlStatement("-- depends on the schema that it meets: --pretend shows it for a database", new SourceLocation(file, 1, 1))];
}
