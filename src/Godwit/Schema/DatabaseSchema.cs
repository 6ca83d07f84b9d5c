namespace Godwit.Schema;

/// <summary>
/// What a database holds: as it was read, as it would be after some operations, or as it is wanted. Its names are those of the
/// current schema, others are qualified.
/// </summary>
/// <param name="Product">The database by name: <c>sqlite</c>, <c>postgresql</c>, <c>mysql</c>, <c>mariadb</c>.</param>
public sealed record DatabaseSchema(string Product)
{
    /// <summary>The tables.</summary>
    public ValueList<Table> Tables { get; init; } = [];

    /// <summary>The views.</summary>
    public ValueList<View> Views { get; init; } = [];

    /// <summary>The sequences, without those behind identity columns.</summary>
    public ValueList<Sequence> Sequences { get; init; } = [];

    /// <summary>The enumerated types.</summary>
    public ValueList<EnumType> Enums { get; init; } = [];

    /// <summary>The functions, procedures and aggregates.</summary>
    public ValueList<Routine> Routines { get; init; } = [];

    /// <summary>The extensions.</summary>
    public ValueList<Extension> Extensions { get; init; } = [];

    /// <summary>The schemas other than the current one, as far as operations speak of them.</summary>
    public ValueList<string> Schemas { get; init; } = [];

    /// <summary>What the reader found and has no words for: kind and name, as <c>domain email</c>.</summary>
    public ValueList<string> Unread { get; init; } = [];

    /// <summary>
    /// What <see cref="Unread"/> would name, with the statements that make it, where they were asked for; empty otherwise.
    /// </summary>
    public ValueList<NativeObject> Natives { get; init; } = [];

    /// <summary>The table of a name, or null.</summary>
    public Table? Find(ObjectName name) => Tables.FirstOrDefault(table => table.Name == name);

    /// <summary>The table of a name.</summary>
    /// <exception cref="GodwitException">There is none.</exception>
    public Table Require(ObjectName name) => Find(name) ?? throw new GodwitException(
        ErrorCode.UnknownObject, $"There is no table {name}.",
        Suggestion.Nearest(name.ToString(), Tables.Select(table => table.Name.ToString())) is { } near ? $"Did you mean {near}?" : "Create it first, in this migration or an earlier one.");

    /// <summary>This schema with a table changed.</summary>
    /// <exception cref="GodwitException">There is no such table.</exception>
    public DatabaseSchema Edit(ObjectName name, Func<Table, Table> change)
    {
        var table = Require(name);
        return this with { Tables = Tables.Select(other => ReferenceEquals(other, table) ? change(table) : other) };
    }

    /// <summary>This schema with a table renamed, and whatever speaks of it along with it: foreign keys, partitions, sequences.</summary>
    /// <exception cref="GodwitException">There is no such table, or another has the new name.</exception>
    public DatabaseSchema RenameTable(ObjectName from, ObjectName to)
    {
        Require(from);
        RequireFree(to);
        return this with
        {
            Tables = Tables.Select(table => (table.Name == from ? table with { Name = to } : table)
                .WithForeignKeys(key => key.ReferencedTable == from ? key with { ReferencedTable = to } : key)
                .WithParent(parent => parent == from ? to : parent)),
            Sequences = WithOwners(owner => owner.Table == from ? owner with { Table = to } : owner),
        };
    }

    /// <summary>This schema with a column renamed, wherever it is spoken of.</summary>
    /// <exception cref="GodwitException">There is no such column, or another has the new name.</exception>
    public DatabaseSchema RenameColumn(ObjectName name, string from, string to)
    {
        var renamed = Edit(name, table => table.RenameColumn(from, to));
        return renamed with
        {
            Tables = renamed.Tables.Select(table => table.WithForeignKeys(key => key.ReferencedTable == name
                ? key with { ReferencedColumns = key.ReferencedColumns.Select(column => column == from ? to : column) }
                : key)),
            Sequences = WithOwners(owner => owner == new SequenceOwner(name, from) ? owner with { Column = to } : owner),
        };
    }

    /// <summary>Throws when a table or view has this name already.</summary>
    /// <exception cref="GodwitException">One has.</exception>
    public void RequireFree(ObjectName name)
    {
        if (Find(name) is not null || Views.Any(view => view.Name == name))
            throw new GodwitException(ErrorCode.ObjectExists, $"There is a table or view {name} already.", "Choose another name, or drop that one first.");
    }

    private ValueList<Sequence> WithOwners(Func<SequenceOwner, SequenceOwner> change) =>
        Sequences.Select(sequence => sequence.OwnedBy is { } owner ? sequence with { OwnedBy = change(owner) } : sequence);
}
