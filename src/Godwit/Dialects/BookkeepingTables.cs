namespace Godwit.Dialects;

/// <summary>The names of the tables Godwit keeps in a database.</summary>
/// <param name="History">The history: what is applied. May be qualified with a schema.</param>
public sealed record BookkeepingTables(string History)
{
    /// <summary>The lock: one row with the fencing token and its owner.</summary>
    public string Lock => History + "_lock";

    /// <summary>All of them, without a schema.</summary>
    public IReadOnlyList<string> UnqualifiedNames
    {
        get
        {
            var name = History[(History.LastIndexOf('.') + 1)..];
            var bare = new BookkeepingTables(name);
            return [name, bare.Lock, bare.Journal, bare.Seeders];
        }
    }

    /// <summary>The journal: the steps of migrations that cannot be one transaction.</summary>
    public string Journal => History + "_journal";

    /// <summary>The memory of seeders that run once; there is none before the first of them has run.</summary>
    public string Seeders => History + "_seeders";
}
