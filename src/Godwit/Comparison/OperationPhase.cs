namespace Godwit.Comparison;

/// <summary>When an operation runs where nothing else decides it: whatever is in the way goes first, what others are built on comes before them.</summary>
internal enum OperationPhase
{
    Namespaces,
    DropViews,
    Renames,
    DropTriggers,
    DropForeignKeys,
    DropTables,
    DropIndexes,
    DropConstraints,
    Types,
    Tables,
    Columns,
    Constraints,
    Indexes,
    Routines,
    ForeignKeys,
    SequenceOwners,
    Views,
    Triggers,
    Rows,
    DropRoutines,
    DropSequences,
    DropTypes,
    DropNamespaces,
}
