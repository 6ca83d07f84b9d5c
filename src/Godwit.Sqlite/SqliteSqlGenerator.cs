using Godwit.Generation;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>
/// Says operations in SQL. What ALTER TABLE can do is done by it; all else is done by building the table anew, once for all
/// neighbouring changes of a table.
/// </summary>
internal sealed class SqliteSqlGenerator : SqlGenerator
{
    public override bool NeedsSchema(Operation operation) => operation switch
    {
        CreateTable create => create.IfNotExists,
        AddColumn add => add.IfNotExists || !TableChange.CanBeAdded(add),
        SetTableOptions options => options.Options.AutoIncrementStart is not null,
        // SQLite takes a quoted name that it does not know for a text, and indexes that: the columns must be looked up here.
        CreateIndex or DropColumn or AlterColumn or AddConstraint or DropConstraint or RenameIndex => true,
        _ => false,
    };

    public override GeneratedSql Generate(IReadOnlyList<Operation> operations, DatabaseSchema before) =>
        new SqliteGeneration(operations.Any(NeedsSchema) ? before : null).Run(operations);
}
