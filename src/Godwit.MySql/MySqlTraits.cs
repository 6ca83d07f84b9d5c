namespace Godwit.MySql;

/// <summary>
/// What one server can do and how it spells things: where MySQL, MariaDB and their versions differ. What is the same for MySQL
/// from 8.0.16 and MariaDB from 10.6 is not here.
/// </summary>
internal sealed record MySqlTraits
{
    /// <summary>MySQL 8.0, as far back as a server can be that is still run.</summary>
    internal static readonly MySqlTraits MySql8 = Of("8.0.36");

    /// <summary>MariaDB 10.11.</summary>
    internal static readonly MySqlTraits MariaDb10 = Of("10.11.0-MariaDB");

    /// <summary>The database by name: <c>mysql</c>, <c>mariadb</c>.</summary>
    internal required string Product { get; init; }

    /// <summary>The server as messages call it: <c>MariaDB 10.11.19</c>.</summary>
    internal required string Title { get; init; }

    /// <summary>The type of a UUID: a text, or one of its own (MariaDB 10.7).</summary>
    internal string UuidType { get; init; } = "char(36)";

    /// <summary>What columns of vectors the server has.</summary>
    internal VectorSupport Vectors { get; init; }

    /// <summary>Whether a JSON column is a text with a check (MariaDB), which its own catalog does not call JSON.</summary>
    internal bool HasJsonAsText { get; init; }

    /// <summary>Whether there are sequences (MariaDB).</summary>
    internal bool HasSequences { get; init; }

    /// <summary>Whether an index may be over an expression (MySQL 8.0.13).</summary>
    internal bool HasExpressionIndexes { get; init; }

    /// <summary>Whether columns and indexes are dropped and added with IF [NOT] EXISTS (MariaDB).</summary>
    internal bool HasExistenceClauses { get; init; }

    /// <summary>Whether routines are made with OR REPLACE (MariaDB).</summary>
    internal bool HasReplaceableRoutines { get; init; }

    /// <summary>Whether a generated column may be NOT NULL (MySQL); MariaDB's grammar has no place for it.</summary>
    internal bool HasNotNullGeneratedColumns { get; init; }

    /// <summary>Whether statements can be put together into one that is answered once.</summary>
    internal Answers Answers { get; init; }

    /// <summary>Whether there is ALGORITHM=NOCOPY (MariaDB).</summary>
    internal bool HasNoCopy { get; init; }

    /// <summary>Whether columns can be invisible (MySQL 8.0.23, MariaDB 10.3).</summary>
    internal bool HasInvisibleColumns { get; init; } = true;

    /// <summary>
    /// Whether a check may belong to a column (MariaDB): it has the column's name, lives in the column's definition, and
    /// MODIFY COLUMN drops it unless it is repeated.
    /// </summary>
    internal bool HasColumnChecks { get; init; }

    /// <summary>Whether the server rewrites the expressions that speak of a column which is renamed (MariaDB); MySQL refuses (3959, 3108).</summary>
    internal bool RenamesInExpressions { get; init; }

    /// <summary>Whether texts, JSON documents and shapes take a default only in parentheses (MySQL 8.0.13).</summary>
    internal bool HasLargeDefaultsInParentheses { get; init; }

    /// <summary>Whether the catalog gives defaults as SQL (MariaDB), not as bare values (MySQL).</summary>
    internal bool HasDefaultsAsSql { get; init; }

    /// <summary>The words before the name of a check that is dropped.</summary>
    internal string DropCheck { get; init; } = "DROP CHECK";

    /// <summary>How an index that is kept but not used is marked.</summary>
    internal string UnusedIndex { get; init; } = "INVISIBLE";

    /// <summary>What stands before the number of a spatial reference system.</summary>
    internal string SpatialReference { get; init; } = " SRID ";

    /// <summary>The name that a check without one gets, with the table's name and a running number in it.</summary>
    internal string CheckName { get; init; } = "{0}_chk_{1}";

    /// <summary>The traits of a product in the version that is usual, where no server can be asked.</summary>
    internal static MySqlTraits Usual(string product) => product == "mariadb" ? MariaDb10 : MySql8;

    /// <summary>The traits of the server that gives a version: <c>8.0.36</c>, <c>10.11.19-MariaDB-0+deb12u1</c>.</summary>
    internal static MySqlTraits Of(string version)
    {
        var number = Version.Parse(version.AsSpan(0, EndOfNumber(version)));
        return version.Contains("MariaDB", StringComparison.OrdinalIgnoreCase) ? MariaDb(number) : MySql(number);
    }

    private static MySqlTraits MySql(Version version) => new()
    {
        Product = "mysql",
        Title = $"MySQL {version}",
        Vectors = version >= new Version(9, 0) ? VectorSupport.Columns : VectorSupport.None,
        HasExpressionIndexes = version >= new Version(8, 0, 13),
        HasNotNullGeneratedColumns = true,
        HasInvisibleColumns = version >= new Version(8, 0, 23),
        HasLargeDefaultsInParentheses = true,
    };

    private static MySqlTraits MariaDb(Version version) => new()
    {
        Product = "mariadb",
        Title = $"MariaDB {version}",
        UuidType = version >= new Version(10, 7) ? "uuid" : "char(36)",
        Vectors = version >= new Version(11, 7) ? VectorSupport.ColumnsAndIndexes : VectorSupport.None,
        HasJsonAsText = true,
        HasSequences = true,
        HasExistenceClauses = true,
        HasReplaceableRoutines = true,
        HasNoCopy = true,
        Answers = Answers.ToAllTogether,
        HasColumnChecks = true,
        RenamesInExpressions = true,
        HasDefaultsAsSql = true,
        DropCheck = "DROP CONSTRAINT",
        UnusedIndex = "IGNORED",
        SpatialReference = " REF_SYSTEM_ID=",
        CheckName = "CONSTRAINT_{1}",
    };

    private static int EndOfNumber(string version)
    {
        var end = 0;
        while (end < version.Length && (char.IsAsciiDigit(version[end]) || version[end] == '.')) end++;
        return end;
    }
}

/// <summary>What columns of vectors a server has.</summary>
internal enum VectorSupport
{
    /// <summary>None.</summary>
    None,

    /// <summary>Columns (MySQL 9.0).</summary>
    Columns,

    /// <summary>Columns, and indexes over them (MariaDB 11.7).</summary>
    ColumnsAndIndexes,
}
