using System.Collections.Immutable;
using Godwit.Generation;
using Godwit.Operations;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.PostgreSql;

/// <summary>Says operations in SQL.</summary>
/// <param name="version">The server's major version.</param>
internal sealed class PostgreSqlSqlGenerator(int version) : SqlGenerator
{
    /// <summary>The version that is assumed while no server is asked.</summary>
    internal const int UsualVersion = 15;

    public override bool NeedsSchema(Operation operation) => operation switch
    {
        AlterColumn alter => AlterColumnSql.NeedsSchema(alter),
        // the constraint's name is to be found
        DropConstraint { Name: null, Old: null or { Name: null } } => true,
        // the column that numbers the rows is to be found
        SetTableOptions { Options.AutoIncrementStart: not null } or SetTableOptions { IsWhole: true, Old.AutoIncrementStart: not null } => true,
        _ => false,
    };

    public override GeneratedSql Generate(IReadOnlyList<Operation> operations, DatabaseSchema before)
    {
        var statements = ImmutableArray.CreateBuilder<SqlStatement>();
        var last = LastThatNeedsSchema(operations);
        var schema = before;
        for (var i = 0; i < operations.Count; i++)
        {
            var operation = operations[i];
            try
            {
                var texts = operation.Accept(new OperationSql(version, schema));
                statements.AddRange(texts.Select((text, at) => new SqlStatement(Sendable(text, operation), operation.Location) { Completes = at == texts.Count - 1 ? i + 1 : null }));
                if (i < last) schema = operation.ApplyTo(schema);
            }
            catch (GodwitException exception) when (exception.Location is null && operation.Location is not null)
            {
                throw new GodwitException(exception.Code, exception.Message, exception.Remedy, operation.Location, exception.State, exception);
            }
        }

        return new GeneratedSql(statements.ToImmutable());
    }

    // The protocol ends a text with one: the server would take what follows it for another message, and hang up.
    private static string Sendable(string text, Operation operation) => !text.Contains('\0', StringComparison.Ordinal)
        ? text
        : throw Unsupported.Error($"takes no NUL character in SQL, and that of \"{operation.Summary}\" holds one.", "Take it out; bytes can hold it: '\\x00'::bytea.");

    private int LastThatNeedsSchema(IReadOnlyList<Operation> operations)
    {
        for (var i = operations.Count - 1; i >= 0; i--)
        {
            if (NeedsSchema(operations[i])) return i;
        }

        return -1;
    }
}
