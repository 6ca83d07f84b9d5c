using Godwit.Schema;

namespace Godwit.MySql;

/// <summary>Keys, constraints and indexes, as they stand in CREATE TABLE and after ADD in ALTER TABLE.</summary>
internal sealed class KeyClause(MySqlTraits traits, MySqlLiterals literals) : IConstraintVisitor<string>
{
    public string Visit(PrimaryKey constraint)
    {
        Refuse(constraint.Deferral is not Deferral.NotDeferrable, "defer a primary key", "Leave that out.");
        Refuse(constraint.UsingIndex is not null, "make an index the primary key", "Name the columns: the server builds the key.");
        return $"PRIMARY KEY {MySqlNames.List(constraint.Columns)}";
    }

    public string Visit(UniqueConstraint constraint)
    {
        Refuse(constraint.Deferral is not Deferral.NotDeferrable, "defer a unique constraint", "Leave that out.");
        Refuse(constraint.NullsNotDistinct, "take two NULLs for the same in a unique constraint", "Make the columns NOT NULL, or put the constraint on a generated column that turns NULL into a value.");
        Refuse(constraint.Include.Count > 0, "carry further columns in a unique constraint", "Make an index over all the columns besides.");
        Refuse(constraint.UsingIndex is not null, "make an index a unique constraint", "Leave it: a unique index is a unique constraint here.");
        return $"UNIQUE KEY {MySqlNames.Quote(constraint.Name!)} {MySqlNames.List(constraint.Columns)}";
    }

    public string Visit(ForeignKey constraint)
    {
        Refuse(constraint.Deferral is not Deferral.NotDeferrable, "defer a foreign key", "Switch the checks off while rows are loaded: DisableForeignKeyChecks.");
        Refuse(constraint.NotValid, "add a foreign key without checking the rows that are there", "Add it while the checks are switched off: the rows are then never checked.");
        var actions = Action(" ON DELETE ", constraint.OnDelete) + Action(" ON UPDATE ", constraint.OnUpdate);
        return $"CONSTRAINT {MySqlNames.Quote(constraint.Name!)} FOREIGN KEY {MySqlNames.List(constraint.Columns)} "
            + $"REFERENCES {MySqlNames.Quote(constraint.ReferencedTable)} {MySqlNames.List(constraint.ReferencedColumns)}{actions}";
    }

    public string Visit(CheckConstraint constraint)
    {
        Refuse(constraint.NotValid, "add a check without checking the rows that are there", "Repair them first, then add the check.");
        return $"CONSTRAINT {MySqlNames.Quote(constraint.Name!)} CHECK ({constraint.Predicate})";
    }

    public string Visit(ExclusionConstraint constraint) => throw NotSupported("exclude rows that overlap", "Check it in a trigger, or put a unique constraint on what must not repeat.");

    /// <summary>An index, for CREATE TABLE and ALTER TABLE.</summary>
    internal string Of(TableIndex index) => $"{Kind(index)}KEY {MySqlNames.Quote(index.Name)} {Parts(index)}{Attributes(index)}";

    /// <summary>An index in a statement of its own.</summary>
    internal string Statement(ObjectName table, TableIndex index) =>
        $"CREATE {Kind(index)}INDEX {MySqlNames.Quote(index.Name)} ON {MySqlNames.Quote(table)} {Parts(index)}{Attributes(index)}";

    private static string Action(string when, ReferentialAction action) => action switch
    {
        ReferentialAction.NoAction => "",
        ReferentialAction.Restrict => when + "RESTRICT",
        ReferentialAction.Cascade => when + "CASCADE",
        ReferentialAction.SetNull => when + "SET NULL",
        _ => throw new GodwitException(ErrorCode.NotSupported, "InnoDB refuses foreign keys that set columns to their default.", "Use SET NULL, or do it in a trigger."),
    };

    private string Kind(TableIndex index) => index.Kind switch
    {
        IndexKind.FullText => "FULLTEXT ",
        IndexKind.Spatial => "SPATIAL ",
        IndexKind.Vector when traits.Vectors is VectorSupport.ColumnsAndIndexes => "VECTOR ",
        IndexKind.Vector => throw NotSupported("index vectors", "MariaDB can from 11.7; without an index the likeness of all rows is computed."),
        _ => index.IsUnique ? "UNIQUE " : "",
    };

    private string Parts(TableIndex index)
    {
        Refuse(index.Predicate is not null, "index a part of the rows", "Index a generated column that is NULL for the other rows.");
        Refuse(index.Include.Count > 0, "carry columns in an index without their counting", "Put them at the end of the index's columns.");
        Refuse(index.NullsNotDistinct, "take two NULLs for the same in an index", "Make the columns NOT NULL, or index a generated column that turns NULL into a value.");
        Refuse(index.Options.Count > 0, "take storage parameters for an index", "Leave them out.");
        return $"({string.Join(", ", index.Parts.Select(Part))})";
    }

    private string Part(IndexPart part)
    {
        Refuse(part.Nulls is not null, "place NULLs in an index", "Leave that out: they stand before all other values.");
        Refuse(part.Collation is not null, "give an index another collation than its column's", "Index a generated column with that collation.");
        Refuse(part.OperatorClass is not null, "take operator classes", "Leave it out.");
        var descending = part.Descending ? " DESC" : "";
        if (part.Kind is IndexPartKind.Column) return $"{MySqlNames.Quote(part.Expression)}{(part.Length is { } length ? $"({length})" : "")}{descending}";
        Refuse(!traits.HasExpressionIndexes, $"index an expression ({part.Expression})",
            "Add a generated column with that expression, and index it: VirtualAs(…) and Index().");
        return $"({part.Expression}){descending}";
    }

    private string Attributes(TableIndex index)
    {
        var result = index.Method?.ToUpperInvariant() switch
        {
            null => "",
            "BTREE" or "HASH" => " USING " + index.Method.ToUpperInvariant(),
            _ => throw NotSupported($"index by the method {index.Method}", "Use btree or hash, or leave it out."),
        };
        if (index.Kind is IndexKind.Vector) result += " DISTANCE=cosine";
        if (index.Comment is { Length: > 0 }) result += " COMMENT " + literals.Comment(index.Comment);
        return index.IsInvalid ? $"{result} {traits.UnusedIndex}" : result;
    }

    private void Refuse(bool isAsked, string what, string alternative)
    {
        if (isAsked) throw NotSupported(what, alternative);
    }

    private GodwitException NotSupported(string what, string alternative) => new(ErrorCode.NotSupported, $"{traits.Title} cannot {what}.", alternative);
}
