using System.Text;
using Godwit.Configuration;
using Godwit.Generation;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.Dialects;

/// <summary>All that is particular to one database and needs no connection.</summary>
public abstract class Dialect
{
    /// <summary>The database's name in settings and messages: <c>sqlite</c>, <c>postgresql</c>, <c>mysql</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What the database can and cannot do, as data.</summary>
    public abstract DialectTraits Traits { get; }

    /// <summary>Cuts scripts into statements, by the server's default settings.</summary>
    public abstract ScriptSplitter Splitter { get; }

    /// <summary>Says operations in SQL, as the server of the usual product and version understands it.</summary>
    public abstract SqlGenerator Generator { get; }

    /// <summary>Says operations in SQL, as the server of a product understands it in its usual version.</summary>
    /// <param name="product">One of the products that the dialect is for: <c>mysql</c>, <c>mariadb</c>.</param>
    public virtual SqlGenerator GeneratorFor(string product) => Generator;

    /// <summary>How a script is written for the client of a product.</summary>
    /// <param name="product">One of the products that the dialect is for: <c>mysql</c>, <c>mariadb</c>.</param>
    public abstract ShellScript Shell(string product);

    /// <summary>
    /// A schema as this database would give it back: types in their native spelling, defaults and names that were left to the
    /// database filled in. Two schemas that mean the same are equal afterwards.
    /// </summary>
    public abstract DatabaseSchema Normalize(DatabaseSchema schema);

    /// <summary>Whether two normalised types hold the same values, though the catalog tells them apart.</summary>
    public virtual bool HoldTheSame(ColumnType first, ColumnType second) => first == second;

    /// <summary>A handle for a database; nothing is opened yet.</summary>
    /// <exception cref="GodwitException">The settings lack something this database needs.</exception>
    public abstract Database Connect(ConnectionSettings settings);

    /// <summary>A handle for a database that an application names by a URL or by its driver's connection string; nothing is opened yet.</summary>
    /// <exception cref="GodwitException">The text is neither, or is the URL of another kind of database.</exception>
    public Database Connect(string connection)
    {
        if (ConnectionUrl.Driver(connection) is not { } driver)
            return Connect(new ConnectionSettings { Driver = Name, ConnectionString = new Secret(connection) });
        var url = new ConfiguredText(connection, "The connection string", "the application");
        if ((driver is DriverName.MariaDb ? DriverName.MySql : driver) == Name) return Connect(ConnectionUrl.Parse(url));
        throw url.Fail(ErrorCode.InvalidConnection, $"is for {driver}, and {Name} was chosen",
            $"Choose the database that it is for, or give a connection string for {Name}.");
    }

    /// <summary>A name as an identifier, quoted so that it means exactly that name.</summary>
    public string Quote(string name)
    {
        var quote = Traits.IdentifierQuote;
        return string.Concat(quote, name.Replace(quote, quote + quote, StringComparison.Ordinal), quote);
    }

    /// <summary>A name that may be qualified (<c>audit.migrations</c>), each part quoted.</summary>
    public string QuoteQualified(string name)
    {
        if (!name.Contains('.', StringComparison.Ordinal)) return Quote(name);
        var result = new StringBuilder(name.Length + 8);
        foreach (var part in name.Split('.'))
        {
            if (result.Length > 0) result.Append('.');
            result.Append(Quote(part));
        }

        return result.ToString();
    }

    /// <summary>The name of a table, view, sequence, type or routine, quoted.</summary>
    public string Quote(ObjectName name) => name.Schema is null ? Quote(name.Name) : $"{Quote(name.Schema)}.{Quote(name.Name)}";

    /// <summary>What follows an INSERT so that a row which is there already is changed.</summary>
    /// <param name="target">The table, the columns and the key.</param>
    public virtual string UpsertClause(RowTarget target)
    {
        var others = target.Names.Where(name => !target.Key.Contains(name)).Select(name => $"{Quote(name)} = excluded.{Quote(name)}").ToArray();
        return $"ON CONFLICT ({string.Join(", ", target.Key.Select(Quote))}) DO {(others.Length == 0 ? "NOTHING" : $"UPDATE SET {string.Join(", ", others)}")}";
    }

    /// <summary>A text as a string literal; null as <c>NULL</c>.</summary>
    public virtual string Literal(string? value) =>
        value is null ? "NULL" : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
