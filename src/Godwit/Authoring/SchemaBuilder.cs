using System.Collections.Immutable;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <summary>
/// Takes the description of a migration. Its methods describe what is to be done, in that order; nothing is done while they are
/// called, and a migration may be asked to describe itself several times. What the database cannot do is an error that names the
/// alternative, when the description is turned into SQL.
/// </summary>
public sealed partial class SchemaBuilder
{
    private readonly List<IDraft> drafts = [];
    private readonly AuthoringDefaults defaults = new();
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly string file;
    private readonly DatabaseSchema? known;

    /// <summary>A builder for one direction of one migration.</summary>
    /// <param name="product">The database by name: <c>sqlite</c>, <c>postgresql</c>, <c>mysql</c>, <c>mariadb</c>.</param>
    /// <param name="file">The migration's file, as shown to people.</param>
    /// <param name="known">The schema before the migration; null while nobody has asked for it.</param>
    internal SchemaBuilder(string product, string file, DatabaseSchema? known)
    {
        Product = product;
        this.file = file;
        this.known = known;
    }

    /// <summary>The database that the migration is for, by name: <c>sqlite</c>, <c>postgresql</c>, <c>mysql</c>, <c>mariadb</c>.</summary>
    public string Product { get; }

    /// <summary>Whether the migration is for SQLite.</summary>
    public bool IsSqlite => Product == "sqlite";

    /// <summary>Whether the migration is for PostgreSQL.</summary>
    public bool IsPostgreSql => Product == "postgresql";

    /// <summary>Whether the migration is for MySQL, not MariaDB.</summary>
    public bool IsMySql => Product == "mysql";

    /// <summary>Whether the migration is for MariaDB.</summary>
    public bool IsMariaDb => Product == "mariadb";

    /// <summary>What was described so far.</summary>
    /// <exception cref="GodwitException">Something that was begun is not complete.</exception>
    internal ImmutableArray<Operation> Operations => [.. drafts.SelectMany(draft => draft.Freeze())];

    /// <summary>The schemas beside the current one that were asked about so far.</summary>
    internal IReadOnlyCollection<string> Asked => asked;

    /// <summary>Whether the description is to be derived from the other direction.</summary>
    internal bool IsDerived { get; private set; }

    /// <summary>Leaves the description to be derived from the other direction.</summary>
    internal void Derive() => IsDerived = true;

    private SourceLocation At(int line) => new(file, line, 1);

    private AuthorCall Call(int line) => new(At(line));

    private TableCall Call(ObjectName table, int line)
    {
        var call = new TableCall(table, Product, defaults, At(line));
        call.Require(table, "The name of a table");
        return call;
    }

    private void Do(Operation operation, int line) => drafts.Add(new FinishedDraft(operation with { Location = At(line) }));

    private TDraft Do<TDraft>(TDraft draft)
        where TDraft : IDraft
    {
        drafts.Add(draft);
        return draft;
    }
}
