using System.Collections.Immutable;
using Godwit.Generation;
using Godwit.Operations;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>
/// Says operations in SQL. Every DDL statement commits by itself and is a step of its own, so each operation, or each run of
/// neighbours that change one table, is one statement wherever the server lets it be; where not, its wording says why.
/// </summary>
internal sealed class MySqlSqlGenerator(MySqlTraits traits, SqlModes modes) : SqlGenerator
{
    private readonly MySqlVocabulary words = new(traits, modes);

    public override bool NeedsSchema(Operation operation) => operation switch
    {
        AlterColumn or DropColumn or DropConstraint or DropIndex => true,
        AddConstraint { Constraint: PrimaryKey } => false,
        AddConstraint added => added.Constraint.Name is null || (added.Constraint is CheckConstraint && traits.HasColumnChecks),
        AddColumn { IfNotExists: true } or CreateIndex { IfNotExists: true } => !traits.HasExistenceClauses,
        RenameColumn => !traits.RenamesInExpressions,
        SetTableOptions { Options: { Charset: not null } or { Collation: not null } } => true,
        _ => false,
    };

    public override GeneratedSql Generate(IReadOnlyList<Operation> operations, DatabaseSchema before)
    {
        var schema = operations.Any(NeedsSchema) ? ConstraintNaming.Named(before, traits) : null;
        var statements = new StatementList(traits);
        foreach (var operation in operations)
        {
            try
            {
                var after = schema is null ? null : After(operation, schema);
                statements.Add(operation.Accept(new OperationWording(words, schema, after)), operation.Location);
                schema = after;
            }
            catch (GodwitException exception) when (exception.Location is null && operation.Location is not null)
            {
                throw new GodwitException(exception.Code, exception.Message, exception.Remedy, operation.Location, exception.State, exception);
            }
        }

        return new GeneratedSql(statements.ToStatements());
    }

    // A column's own check goes by the name of the column, also by its new one.
    private DatabaseSchema After(Operation operation, DatabaseSchema schema)
    {
        var after = ConstraintNaming.Named(operation.ApplyTo(schema), traits);
        return operation is not RenameColumn rename || !traits.HasColumnChecks ? after : after.Edit(rename.Table, table => table with
        {
            Checks = table.Checks.Select(check => TableClause.SameName(check.Name, rename.From) ? check with { Name = rename.To } : check),
        });
    }

    /// <summary>The statements so far, the last of which others may join.</summary>
    private sealed class StatementList(MySqlTraits traits)
    {
        private readonly List<SqlStatement> statements = [];
        private AlterTable? open;
        private SourceLocation? openedAt;
        private int operations;
        private int inOpen;

        internal void Add(Wording wording, SourceLocation? location)
        {
            operations++;
            if (wording is Wording.Alteration alteration && open is not null && open.Takes(alteration))
            {
                open.Add(alteration);
                inOpen = operations;
                return;
            }

            if (wording is Wording.Statements { Texts.IsEmpty: true }) return;
            Close();
            if (wording is Wording.Alteration first) (open, openedAt, inOpen) = (new AlterTable(first), location, operations);
            if (wording is Wording.Statements own) statements.AddRange(own.Texts.Select((text, i) => new SqlStatement(text, location) { Completes = i == own.Texts.Length - 1 ? operations : null }));
        }

        internal ImmutableArray<SqlStatement> ToStatements()
        {
            Close();
            return [.. statements];
        }

        private void Close()
        {
            if (open is not null) statements.Add(new SqlStatement(open.Text(traits), openedAt) { Completes = inOpen });
            open = null;
        }
    }
}
