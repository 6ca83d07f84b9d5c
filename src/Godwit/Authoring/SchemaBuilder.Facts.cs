using System.Runtime.CompilerServices;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <content>
/// What is in the database, with what was described so far taken into account. The first question makes Godwit read the schema and
/// ask the migration to describe itself again, from the beginning: a description must not count on being asked once only.
/// </content>
public sealed partial class SchemaBuilder
{
    /// <summary>Whether there is a table.</summary>
    /// <param name="table">Its name.</param>
    public bool HasTable(ObjectName table) => Current(table).Find(table) is not null;

    /// <summary>Whether there is a view, materialised or not.</summary>
    /// <param name="view">Its name.</param>
    public bool HasView(ObjectName view) => Current(view).Views.Any(other => other.Name == view);

    /// <summary>Whether there is an enumerated type (PostgreSQL).</summary>
    /// <param name="type">Its name.</param>
    public bool HasEnum(ObjectName type) => Current(type).Enums.Any(other => other.Name == type);

    /// <summary>Whether there is a sequence by itself (PostgreSQL, MariaDB).</summary>
    /// <param name="sequence">Its name.</param>
    public bool HasSequence(ObjectName sequence) => Current(sequence).Sequences.Any(other => other.Name == sequence);

    /// <summary>Whether a table has a column; false when there is no such table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    public bool HasColumn(ObjectName table, string column) => Current(table).Find(table)?.Column(column) is not null;

    /// <summary>Whether a table has all of some columns; false when there is no such table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns.</param>
    public bool HasColumns(ObjectName table, params IEnumerable<string> columns) => Current(table).Find(table) is { } found && columns.All(column => found.Column(column) is not null);

    /// <summary>Whether a table has an index of a name, or a primary key or unique constraint of that name.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The name.</param>
    public bool HasIndex(ObjectName table, string name) =>
        Current(table).Find(table) is { } found
        && (found.Indexes.Any(index => index.Name == name) || found.Uniques.Any(unique => unique.Name == name) || found.PrimaryKey?.Name == name);

    /// <summary>Whether a table has an index, primary key or unique constraint over exactly these columns: <c>schema.HasIndex("posts", ["title"])</c>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns, in order.</param>
    public bool HasIndex(ObjectName table, IEnumerable<string> columns)
    {
        var list = columns.ToValueList();
        return Current(table).Find(table) is { } found
            && (found.Indexes.Any(index => index.Parts.All(part => part.Kind is IndexPartKind.Column) && index.Parts.Select(part => part.Expression).SequenceEqual(list))
                || found.Uniques.Any(unique => unique.Columns.Equals(list)) || (found.PrimaryKey is { } key && key.Columns.Equals(list)));
    }

    /// <summary>Whether a table has a foreign key of a name. SQLite has no names for foreign keys: ask by the columns there.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The name.</param>
    public bool HasForeignKey(ObjectName table, string name) => Current(table).Find(table) is { } found && found.ForeignKeys.Any(key => key.Name == name);

    /// <summary>Whether a table has a foreign key on exactly these columns: <c>schema.HasForeignKey("posts", ["user_id"])</c>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns, in order.</param>
    public bool HasForeignKey(ObjectName table, IEnumerable<string> columns)
    {
        var list = columns.ToValueList();
        return Current(table).Find(table) is { } found && found.ForeignKeys.Any(key => key.Columns.Equals(list));
    }

    /// <summary>Changes a table if it has a column.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="describe">Describes the changes.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void WhenTableHasColumn(ObjectName table, string column, Action<AlterTableBlueprint> describe, [CallerLineNumber] int line = 0)
    {
        if (HasColumn(table, column)) Table(table, describe, line);
    }

    /// <summary>Changes a table if it lacks a column.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="describe">Describes the changes.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void WhenTableDoesntHaveColumn(ObjectName table, string column, Action<AlterTableBlueprint> describe, [CallerLineNumber] int line = 0)
    {
        if (!HasColumn(table, column)) Table(table, describe, line);
    }

    /// <summary>Changes a table if it has an index of a name.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The index's name.</param>
    /// <param name="describe">Describes the changes.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void WhenTableHasIndex(ObjectName table, string name, Action<AlterTableBlueprint> describe, [CallerLineNumber] int line = 0)
    {
        if (HasIndex(table, name)) Table(table, describe, line);
    }

    /// <summary>Changes a table if it lacks an index of a name.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The index's name.</param>
    /// <param name="describe">Describes the changes.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void WhenTableDoesntHaveIndex(ObjectName table, string name, Action<AlterTableBlueprint> describe, [CallerLineNumber] int line = 0)
    {
        if (!HasIndex(table, name)) Table(table, describe, line);
    }

    /// <summary>The tables, with all that belongs to them.</summary>
    public IReadOnlyList<Table> GetTables() => Current().Tables;

    /// <summary>The tables' names.</summary>
    public IReadOnlyList<string> GetTableListing() => [.. Current().Tables.Select(table => table.Name.ToString())];

    /// <summary>The views, materialised ones too.</summary>
    public IReadOnlyList<View> GetViews() => Current().Views;

    /// <summary>The enumerated types (PostgreSQL).</summary>
    public IReadOnlyList<EnumType> GetTypes() => Current().Enums;

    /// <summary>The schemas other than the current one, as far as they are known.</summary>
    public IReadOnlyList<string> GetSchemas() => Current().Schemas;

    /// <summary>The columns of a table, in order.</summary>
    /// <param name="table">The table.</param>
    /// <exception cref="GodwitException">There is no such table.</exception>
    public IReadOnlyList<Column> GetColumns(ObjectName table) => Current(table).Require(table).Columns;

    /// <summary>The names of a table's columns, in order.</summary>
    /// <param name="table">The table.</param>
    /// <exception cref="GodwitException">There is no such table.</exception>
    public IReadOnlyList<string> GetColumnListing(ObjectName table) => [.. GetColumns(table).Select(column => column.Name)];

    /// <summary>The type of a column: as the database spells it, or as this migration described it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <exception cref="GodwitException">There is no such table, or it has no such column.</exception>
    public ColumnType GetColumnType(ObjectName table, string column) => Current(table).Require(table).RequireColumn(column).Type;

    /// <summary>The indexes of a table, without those that belong to a constraint.</summary>
    /// <param name="table">The table.</param>
    /// <exception cref="GodwitException">There is no such table.</exception>
    public IReadOnlyList<TableIndex> GetIndexes(ObjectName table) => Current(table).Require(table).Indexes;

    /// <summary>The names of a table's indexes, without those that belong to a constraint.</summary>
    /// <param name="table">The table.</param>
    /// <exception cref="GodwitException">There is no such table.</exception>
    public IReadOnlyList<string> GetIndexListing(ObjectName table) => [.. GetIndexes(table).Select(index => index.Name)];

    /// <summary>The foreign keys of a table: those in which it refers to others.</summary>
    /// <param name="table">The table.</param>
    /// <exception cref="GodwitException">There is no such table.</exception>
    public IReadOnlyList<ForeignKey> GetForeignKeys(ObjectName table) => Current(table).Require(table).ForeignKeys;

    // What is asked about a thing of another schema needs that schema to be read.
    private DatabaseSchema Current(ObjectName about)
    {
        if (about.Schema is { } other) asked.Add(other);
        return Current();
    }

    // Computed anew for each question: what was begun before it may have been added to since.
    private DatabaseSchema Current() => known is null ? throw new SchemaNeededException() : Operations.Aggregate(known, Apply);

    private static DatabaseSchema Apply(DatabaseSchema schema, Operation operation)
    {
        try
        {
            return operation.ApplyTo(schema);
        }
        catch (GodwitException error) when (error.Location is null)
        {
            throw new GodwitException(error.Code, error.Message, error.Remedy, operation.Location, error.State, error);
        }
    }
}
