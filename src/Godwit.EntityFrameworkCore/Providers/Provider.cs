using Godwit.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Godwit.EntityFrameworkCore.Providers;

/// <summary>What one provider of EF Core says in annotations of its own, as a schema. What it does not take from them is reported.</summary>
internal abstract class Provider
{
    /// <summary>The name that EF Core knows it by.</summary>
    internal abstract string Name { get; }

    /// <summary>The databases that it is for, by Godwit's names.</summary>
    internal abstract string[] Products { get; }

    /// <summary>Whether primary keys have names of their own.</summary>
    internal virtual bool NamesPrimaryKeys => true;

    /// <summary>The provider of a context, if it is one for the database.</summary>
    /// <exception cref="GodwitException">It is another database's, or one that is not known.</exception>
    internal static Provider Of(DbContext context, string product)
    {
        var name = context.Database.ProviderName;
        Provider[] all = [new SqliteProvider(), new NpgsqlProvider(), new PomeloProvider()];
        if (Array.Find(all, provider => provider.Name == name) is not { } provider)
        {
            throw new GodwitException(
                ErrorCode.NotSupported, $"The context {context.GetType().FullName} uses the provider {name}, which Godwit does not read.",
                $"It reads those of {string.Join(", ", all.Select(known => known.Name))}.", state: "Nothing was changed.");
        }

        return provider.Products.Contains(product) ? provider : throw new GodwitException(
            ErrorCode.NotSupported, $"The context {context.GetType().FullName} is for {provider.Products[0]} (its provider is {name}), and the connection is to {product}.",
            "Let the context choose the provider of this connection's database, or name another connection (--database) or another context (\"models\" in godwit.json).",
            state: "Nothing was changed.");
    }

    /// <summary>A name as the database has it.</summary>
    internal virtual ObjectName Named(string? schema, string name) => new(null, name);

    /// <summary>Whether a column is there in any table, and is never made.</summary>
    internal virtual bool IsSystemColumn(string name) => false;

    /// <summary>The type of a sequence's numbers; null is the usual one.</summary>
    internal virtual string? SequenceType(Type type) => null;

    /// <summary>The schema with what is said of the whole database.</summary>
    internal virtual DatabaseSchema Database(DatabaseSchema schema, AlterDatabaseOperation operation, Annotations said) => schema;

    /// <summary>The table with what is said of it.</summary>
    internal virtual Table Table(Table table, Annotations said) => table;

    /// <summary>The column with what is said of it.</summary>
    internal abstract Column Column(Column column, AddColumnOperation operation, CreateTableOperation table, Annotations said);

    /// <summary>The index with what is said of it.</summary>
    internal virtual TableIndex Index(TableIndex index, Table table, Annotations said) => index;

    /// <summary>The sequences that come with the columns of a table.</summary>
    internal virtual IEnumerable<Sequence> OwnedSequences(ObjectName name, CreateTableOperation table) => [];
}
