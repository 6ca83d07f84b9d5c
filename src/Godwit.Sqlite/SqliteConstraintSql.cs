using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>Says constraints as they stand behind the columns of a table.</summary>
internal sealed class SqliteConstraintSql : IConstraintVisitor<string>
{
    private static readonly SqliteConstraintSql Instance = new();

    internal static string Define(Constraint constraint) => Named(constraint) + constraint.Accept(Instance);

    internal static string Named(Constraint constraint) => constraint.Name is null ? "" : $"CONSTRAINT {SqliteNames.Quote(constraint.Name)} ";

    public string Visit(PrimaryKey constraint)
    {
        RefuseDeferral(constraint.Deferral, "primary keys");
        RefuseIndex(constraint.UsingIndex);
        return $"PRIMARY KEY ({SqliteNames.List(constraint.Columns)})";
    }

    public string Visit(UniqueConstraint constraint)
    {
        RefuseDeferral(constraint.Deferral, "unique constraints");
        RefuseIndex(constraint.UsingIndex);
        if (constraint.NullsNotDistinct)
            throw SqliteUnsupported.That("NULLS NOT DISTINCT", "Create a unique index on an expression that is never NULL: schema.Sql(\"CREATE UNIQUE INDEX … ON … (coalesce(…, ''))\").");
        if (constraint.Include.Count > 0) throw SqliteUnsupported.That("INCLUDE for unique constraints", "Leave the columns out, or create a second index that begins with the key.");
        return $"UNIQUE ({SqliteNames.List(constraint.Columns)})";
    }

    public string Visit(ForeignKey constraint)
    {
        if (constraint.NotValid) throw NotValid();
        var columns = constraint.ReferencedColumns.Count == 0 ? "" : $" ({SqliteNames.List(constraint.ReferencedColumns)})";
        return $"FOREIGN KEY ({SqliteNames.List(constraint.Columns)}) REFERENCES {SqliteNames.Quote(constraint.ReferencedTable)}{columns}"
            + Action(" ON DELETE ", constraint.OnDelete) + Action(" ON UPDATE ", constraint.OnUpdate) + Timing(constraint.Deferral);
    }

    public string Visit(CheckConstraint constraint) =>
        constraint.NotValid ? throw NotValid() : $"CHECK ({constraint.Predicate.Trim()})";

    public string Visit(ExclusionConstraint constraint) =>
        throw SqliteUnsupported.That("exclusion constraints", "Write a trigger BEFORE INSERT and one BEFORE UPDATE that look for such a row and call RAISE(ABORT, …).");

    private static string Action(string when, ReferentialAction action) => action switch
    {
        ReferentialAction.NoAction => "",
        ReferentialAction.Restrict => when + "RESTRICT",
        ReferentialAction.Cascade => when + "CASCADE",
        ReferentialAction.SetNull => when + "SET NULL",
        _ => when + "SET DEFAULT",
    };

    private static string Timing(Deferral deferral) => deferral switch
    {
        Deferral.InitiallyDeferred => " DEFERRABLE INITIALLY DEFERRED",
        Deferral.InitiallyImmediate => " DEFERRABLE INITIALLY IMMEDIATE",
        _ => "",
    };

    private static void RefuseDeferral(Deferral deferral, string what)
    {
        if (deferral is not Deferral.NotDeferrable) throw SqliteUnsupported.That($"deferrable {what}", "Leave it out: only foreign keys can wait for the end of the transaction.");
    }

    private static void RefuseIndex(string? index)
    {
        if (index is not null) throw SqliteUnsupported.That("constraints on an existing index", "Drop the index and add the constraint; SQLite makes an index for it.");
    }

    private static GodwitException NotValid() =>
        SqliteUnsupported.That("constraints that skip the rows which are there", "Correct the rows first, with schema.Update or schema.Sql, and add the constraint as a valid one.");
}
