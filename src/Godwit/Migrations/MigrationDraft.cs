using System.Collections.Immutable;

namespace Godwit.Migrations;

/// <summary>What a new migration is to do, for the templates to say in their language.</summary>
internal abstract record MigrationDraft
{
    private MigrationDraft()
    {
    }

    /// <summary>Nothing yet.</summary>
    internal sealed record Empty : MigrationDraft;

    /// <summary>A new table, with an id before its columns and timestamps after them.</summary>
    internal sealed record CreateTable(string Table, ImmutableArray<DraftColumn> Columns) : MigrationDraft;

    /// <summary>A change of a table that nothing is known of yet.</summary>
    internal sealed record AlterTable(string Table) : MigrationDraft;

    /// <summary>New columns. They may be null: the table may have rows.</summary>
    internal sealed record AddColumns(string Table, ImmutableArray<DraftColumn> Columns) : MigrationDraft;

    /// <summary>A new index.</summary>
    internal sealed record AddIndex(string Table, ImmutableArray<string> Columns, DraftIndexKind Kind, string? Name) : MigrationDraft
    {
        /// <summary>The name given, or the one that Godwit gives: <c>table_columns_kind</c>.</summary>
        internal string FullName => Name ?? DraftName.Of(Table, Columns, Kind is DraftIndexKind.Unique ? "unique" : "index");
    }

    /// <summary>A new foreign key of a column that is there.</summary>
    internal sealed record AddForeignKey(string Table, string Column, string ReferencedTable, string ReferencedColumn, string? Name) : MigrationDraft
    {
        /// <summary>The name given, or the one that Godwit gives: <c>table_column_foreign</c>.</summary>
        internal string FullName => Name ?? DraftName.Of(Table, [Column], "foreign");
    }
}

/// <summary>Whether an index lets a value occur twice.</summary>
internal enum DraftIndexKind
{
    /// <summary>It does.</summary>
    Plain,

    /// <summary>It does not.</summary>
    Unique,
}

/// <summary>Names for what is not named.</summary>
internal static class DraftName
{
    // A dot separates a schema from its table.
    internal static string Of(string table, ImmutableArray<string> columns, string kind) =>
        $"{table[(table.LastIndexOf('.') + 1)..]}_{string.Join('_', columns)}_{kind}";
}
