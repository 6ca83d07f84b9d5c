using System.Runtime.CompilerServices;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <content>Single keys and other constraints of tables that are there.</content>
public sealed partial class SchemaBuilder
{
    /// <summary>Adds a primary key: <c>ADD PRIMARY KEY (…)</c>; SQLite rebuilds the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The column, or several in order: <c>["order_id", "line"]</c>.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PrimaryKeyBuilder AddPrimaryKey(ObjectName table, ColumnList columns, [CallerLineNumber] int line = 0) => Do(new PrimaryKeyBuilder(Call(table, line), columns));

    /// <summary>Adds a unique constraint: <c>ADD CONSTRAINT … UNIQUE (…)</c>; SQLite rebuilds the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The column, or several in order: <c>["user_id", "title"]</c>.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public UniqueBuilder AddUnique(ObjectName table, ColumnList columns, [CallerLineNumber] int line = 0) => Do(new UniqueBuilder(Call(table, line), columns));

    /// <summary>Adds a foreign key: <c>schema.AddForeignKey("posts", "user_id").References("id").On("users")</c>; SQLite rebuilds the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The column, or several in order.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ForeignKeyBuilder AddForeignKey(ObjectName table, ColumnList columns, [CallerLineNumber] int line = 0) => Do(new ForeignKeyBuilder(Call(table, line), columns));

    /// <summary>Adds a check: <c>ADD CONSTRAINT … CHECK (…)</c>; SQLite rebuilds the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="predicate">The predicate as SQL.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public CheckBuilder AddCheck(ObjectName table, string predicate, [CallerLineNumber] int line = 0) => Do(new CheckBuilder(Call(table, line), predicate, null));

    /// <summary>Adds an exclusion constraint: <c>schema.AddExclusion("bookings").With("room", "=").With("during", "&amp;&amp;")</c> (PostgreSQL).</summary>
    /// <param name="table">The table.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ExclusionBuilder AddExclusion(ObjectName table, [CallerLineNumber] int line = 0) => Do(new ExclusionBuilder(Call(table, line)));

    /// <summary>
    /// Checks the rows that were there before a constraint which was added with <c>NotValid()</c>: <c>VALIDATE CONSTRAINT</c>
    /// (PostgreSQL), which reads the table without blocking writers.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The constraint.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void ValidateConstraint(ObjectName table, string name, [CallerLineNumber] int line = 0) =>
        Do(new ValidateConstraint(table, Call(table, line).Require(name, "The constraint to be validated")), line);

    /// <summary>Drops the primary key of a table, and keeps its columns; SQLite rebuilds the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public DropConstraintBuilder DropPrimaryKey(ObjectName table, [CallerLineNumber] int line = 0) => Do(DropConstraintBuilder.PrimaryKey(Call(table, line)));

    /// <summary>Drops a unique constraint by its name: <c>DROP CONSTRAINT</c>, <c>DROP INDEX</c> (MySQL, MariaDB); SQLite rebuilds the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The constraint.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public DropConstraintBuilder DropUnique(ObjectName table, string name, [CallerLineNumber] int line = 0) =>
        Do(DropConstraintBuilder.Named(Call(table, line), ConstraintKind.Unique, name));

    /// <summary>Drops a unique constraint by its columns: <c>schema.DropUnique("posts", ["user_id", "title"])</c>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns, in order.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public DropConstraintBuilder DropUnique(ObjectName table, IEnumerable<string> columns, [CallerLineNumber] int line = 0) =>
        Do(DropConstraintBuilder.Over(Call(table, line), ConstraintKind.Unique, columns));

    /// <summary>Drops a foreign key by its name, and keeps its columns: <c>DROP CONSTRAINT</c>, <c>DROP FOREIGN KEY</c> (MySQL, MariaDB); SQLite rebuilds the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The foreign key.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public DropConstraintBuilder DropForeignKey(ObjectName table, string name, [CallerLineNumber] int line = 0) =>
        Do(DropConstraintBuilder.Named(Call(table, line), ConstraintKind.ForeignKey, name));

    /// <summary>Drops a foreign key by its columns, and keeps them: <c>schema.DropForeignKey("posts", ["user_id"])</c>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns, in order.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public DropConstraintBuilder DropForeignKey(ObjectName table, IEnumerable<string> columns, [CallerLineNumber] int line = 0) =>
        Do(DropConstraintBuilder.Over(Call(table, line), ConstraintKind.ForeignKey, columns));

    /// <summary>Drops a check: <c>DROP CONSTRAINT</c>; SQLite rebuilds the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The check.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public DropConstraintBuilder DropCheck(ObjectName table, string name, [CallerLineNumber] int line = 0) =>
        Do(DropConstraintBuilder.Named(Call(table, line), ConstraintKind.Check, name));

    /// <summary>Drops an exclusion constraint: <c>DROP CONSTRAINT</c> (PostgreSQL).</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The constraint.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public DropConstraintBuilder DropExclusion(ObjectName table, string name, [CallerLineNumber] int line = 0) =>
        Do(DropConstraintBuilder.Named(Call(table, line), ConstraintKind.Exclusion, name));

    /// <summary>
    /// Stops the checking of foreign keys for the rest of the migration: <c>SET FOREIGN_KEY_CHECKS = 0</c> (MySQL, MariaDB),
    /// <c>PRAGMA foreign_keys</c> (SQLite). PostgreSQL refuses the migration: make the keys deferrable there.
    /// </summary>
    /// <param name="line">Filled in by the compiler.</param>
    public void DisableForeignKeyConstraints([CallerLineNumber] int line = 0) => Do(new SetForeignKeyChecks(false), line);

    /// <summary>Goes on with the checking of foreign keys. See <see cref="DisableForeignKeyConstraints"/>.</summary>
    /// <param name="line">Filled in by the compiler.</param>
    public void EnableForeignKeyConstraints([CallerLineNumber] int line = 0) => Do(new SetForeignKeyChecks(true), line);

    /// <summary>Describes changes between which foreign keys are not checked. See <see cref="DisableForeignKeyConstraints"/>.</summary>
    /// <param name="describe">Describes the changes.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void WithoutForeignKeyConstraints(Action describe, [CallerLineNumber] int line = 0)
    {
        DisableForeignKeyConstraints(line);
        describe();
        EnableForeignKeyConstraints(line);
    }
}
