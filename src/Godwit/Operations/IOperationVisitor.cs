namespace Godwit.Operations;

/// <summary>Does something for each kind of operation: a new kind does not compile until everybody handles it.</summary>
/// <typeparam name="TResult">What it yields.</typeparam>
public interface IOperationVisitor<out TResult>
{
    /// <summary>For <see cref="CreateTable"/>.</summary>
    TResult Visit(CreateTable operation);

    /// <summary>For <see cref="DropTable"/>.</summary>
    TResult Visit(DropTable operation);

    /// <summary>For <see cref="RenameTable"/>.</summary>
    TResult Visit(RenameTable operation);

    /// <summary>For <see cref="SetTableComment"/>.</summary>
    TResult Visit(SetTableComment operation);

    /// <summary>For <see cref="SetTableOptions"/>.</summary>
    TResult Visit(SetTableOptions operation);

    /// <summary>For <see cref="AddColumn"/>.</summary>
    TResult Visit(AddColumn operation);

    /// <summary>For <see cref="DropColumn"/>.</summary>
    TResult Visit(DropColumn operation);

    /// <summary>For <see cref="AlterColumn"/>.</summary>
    TResult Visit(AlterColumn operation);

    /// <summary>For <see cref="RenameColumn"/>.</summary>
    TResult Visit(RenameColumn operation);

    /// <summary>For <see cref="AddConstraint"/>.</summary>
    TResult Visit(AddConstraint operation);

    /// <summary>For <see cref="DropConstraint"/>.</summary>
    TResult Visit(DropConstraint operation);

    /// <summary>For <see cref="ValidateConstraint"/>.</summary>
    TResult Visit(ValidateConstraint operation);

    /// <summary>For <see cref="CreateIndex"/>.</summary>
    TResult Visit(CreateIndex operation);

    /// <summary>For <see cref="DropIndex"/>.</summary>
    TResult Visit(DropIndex operation);

    /// <summary>For <see cref="RenameIndex"/>.</summary>
    TResult Visit(RenameIndex operation);

    /// <summary>For <see cref="CreateView"/>.</summary>
    TResult Visit(CreateView operation);

    /// <summary>For <see cref="DropView"/>.</summary>
    TResult Visit(DropView operation);

    /// <summary>For <see cref="RefreshView"/>.</summary>
    TResult Visit(RefreshView operation);

    /// <summary>For <see cref="CreateSequence"/>.</summary>
    TResult Visit(CreateSequence operation);

    /// <summary>For <see cref="AlterSequence"/>.</summary>
    TResult Visit(AlterSequence operation);

    /// <summary>For <see cref="DropSequence"/>.</summary>
    TResult Visit(DropSequence operation);

    /// <summary>For <see cref="CreateEnum"/>.</summary>
    TResult Visit(CreateEnum operation);

    /// <summary>For <see cref="DropEnum"/>.</summary>
    TResult Visit(DropEnum operation);

    /// <summary>For <see cref="AddEnumValue"/>.</summary>
    TResult Visit(AddEnumValue operation);

    /// <summary>For <see cref="RenameEnumValue"/>.</summary>
    TResult Visit(RenameEnumValue operation);

    /// <summary>For <see cref="CreateTrigger"/>.</summary>
    TResult Visit(CreateTrigger operation);

    /// <summary>For <see cref="DropTrigger"/>.</summary>
    TResult Visit(DropTrigger operation);

    /// <summary>For <see cref="CreateRoutine"/>.</summary>
    TResult Visit(CreateRoutine operation);

    /// <summary>For <see cref="DropRoutine"/>.</summary>
    TResult Visit(DropRoutine operation);

    /// <summary>For <see cref="CreateSchema"/>.</summary>
    TResult Visit(CreateSchema operation);

    /// <summary>For <see cref="DropSchema"/>.</summary>
    TResult Visit(DropSchema operation);

    /// <summary>For <see cref="CreateExtension"/>.</summary>
    TResult Visit(CreateExtension operation);

    /// <summary>For <see cref="DropExtension"/>.</summary>
    TResult Visit(DropExtension operation);

    /// <summary>For <see cref="InsertRows"/>.</summary>
    TResult Visit(InsertRows operation);

    /// <summary>For <see cref="UpdateRows"/>.</summary>
    TResult Visit(UpdateRows operation);

    /// <summary>For <see cref="DeleteRows"/>.</summary>
    TResult Visit(DeleteRows operation);

    /// <summary>For <see cref="Backfill"/>.</summary>
    TResult Visit(Backfill operation);

    /// <summary>For <see cref="RunSql"/>.</summary>
    TResult Visit(RunSql operation);

    /// <summary>For <see cref="RunCode"/>.</summary>
    TResult Visit(RunCode operation);

    /// <summary>For <see cref="SetForeignKeyChecks"/>.</summary>
    TResult Visit(SetForeignKeyChecks operation);
}
