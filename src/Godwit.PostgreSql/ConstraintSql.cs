using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>Constraints as they stand in CREATE TABLE and ADD CONSTRAINT.</summary>
/// <param name="version">The server's major version.</param>
internal sealed class ConstraintSql(int version) : IConstraintVisitor<string>
{
    private const int NullsNotDistinct = 15;

    /// <summary>The constraint with its name; without one, PostgreSQL chooses it.</summary>
    internal string Of(Constraint constraint)
    {
        var sql = constraint.Definition ?? constraint.Accept(this);
        return constraint.Name is { } name ? $"CONSTRAINT {PostgreSqlNames.Quote(name)} {sql}" : sql;
    }

    public string Visit(PrimaryKey constraint) =>
        "PRIMARY KEY " + (constraint.UsingIndex is { } index ? Using(index) : Columns(constraint.Columns)) + Of(constraint.Deferral);

    public string Visit(UniqueConstraint constraint)
    {
        var key = constraint.UsingIndex is { } index ? " " + Using(index)
            : $"{Nulls(constraint.NullsNotDistinct, version)} {Columns(constraint.Columns)}{Include(constraint.Include)}";
        return "UNIQUE" + key + Of(constraint.Deferral);
    }

    public string Visit(ForeignKey constraint)
    {
        var referenced = constraint.ReferencedColumns.Count == 0 ? "" : " " + Columns(constraint.ReferencedColumns);
        return $"FOREIGN KEY {Columns(constraint.Columns)} REFERENCES {PostgreSqlNames.Quote(constraint.ReferencedTable)}{referenced}"
            + Action(" ON DELETE ", constraint.OnDelete) + Action(" ON UPDATE ", constraint.OnUpdate)
            + Of(constraint.Deferral) + (constraint.NotValid ? " NOT VALID" : "");
    }

    public string Visit(CheckConstraint constraint) => $"CHECK ({constraint.Predicate}){(constraint.NotValid ? " NOT VALID" : "")}";

    public string Visit(ExclusionConstraint constraint)
    {
        var elements = string.Join(", ", constraint.Elements.Select(element => $"{Expression(element.Expression)} WITH {element.Operator}"));
        return $"EXCLUDE USING {constraint.Method ?? "gist"} ({elements})"
            + (constraint.Predicate is { } predicate ? $" WHERE ({predicate})" : "") + Of(constraint.Deferral);
    }

    internal static string Include(ValueList<string> columns) => columns.Count == 0 ? "" : " INCLUDE " + Columns(columns);

    internal static string Nulls(bool notDistinct, int version)
    {
        if (!notDistinct) return "";
        return version >= NullsNotDistinct ? " NULLS NOT DISTINCT" : throw Unsupported.Error(
            $"counts two NULLs as the same from version {NullsNotDistinct} on, and this is {version}.",
            "Use a unique index over coalesce(column, a value that cannot be there).");
    }

    internal static string Of(Deferral deferral) => deferral switch
    {
        Deferral.InitiallyImmediate => " DEFERRABLE INITIALLY IMMEDIATE",
        Deferral.InitiallyDeferred => " DEFERRABLE INITIALLY DEFERRED",
        _ => "",
    };

    private static string Columns(ValueList<string> columns) => $"({PostgreSqlNames.QuoteAll(columns)})";

    private static string Using(string index) => "USING INDEX " + PostgreSqlNames.Quote(index);

    private static string Expression(string expression) => expression.StartsWith('(') ? expression : PostgreSqlNames.Quote(expression);

    private static string Action(string when, ReferentialAction action) => action switch
    {
        ReferentialAction.Restrict => when + "RESTRICT",
        ReferentialAction.Cascade => when + "CASCADE",
        ReferentialAction.SetNull => when + "SET NULL",
        ReferentialAction.SetDefault => when + "SET DEFAULT",
        _ => "",
    };
}
