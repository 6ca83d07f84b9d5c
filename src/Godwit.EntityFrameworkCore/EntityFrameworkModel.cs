using Godwit.EntityFrameworkCore.Providers;
using Godwit.Modelling;
using Godwit.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Godwit.EntityFrameworkCore;

/// <summary>Reads the schema that a context of Entity Framework Core describes. Nothing is asked of a database.</summary>
public static class EntityFrameworkModel
{
    /// <summary>
    /// The schema that a context's model describes. The context is made as <c>dotnet ef</c> makes it: by the
    /// <c>IDesignTimeDbContextFactory</c> for it in its assembly, else by its public constructor without parameters.
    /// </summary>
    /// <param name="context">The context's class.</param>
    /// <param name="product">The database by name: <c>sqlite</c>, <c>postgresql</c>, <c>mysql</c>, <c>mariadb</c>.</param>
    /// <exception cref="GodwitException">The context cannot be made, its model makes no sense, or it is for another database.</exception>
    public static ModelSchema Read(Type context, string product)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var made = ContextCreation.Make(context);
        return Read(made, product);
    }

    /// <summary>The schema that a context's model describes.</summary>
    /// <param name="context">The context.</param>
    /// <param name="product">The database by name: <c>sqlite</c>, <c>postgresql</c>, <c>mysql</c>, <c>mariadb</c>.</param>
    /// <exception cref="GodwitException">The model makes no sense, or it is for another database.</exception>
    public static ModelSchema Read(DbContext context, string product)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            var provider = Provider.Of(context, product);
            var model = context.GetService<IDesignTimeModel>().Model;
            var literals = new LiteralText(context.GetService<IRelationalTypeMappingSource>());
            // From nothing to the model: what EF Core itself would do on an empty database, with all that the provider adds.
            var relational = model.GetRelationalModel();
            var operations = context.GetService<IMigrationsModelDiffer>().GetDifferences(null, relational);
            var schema = new SchemaTranslation(provider, literals, product).Translate(operations);
            return new ModelSchema(schema with { Unread = schema.Unread.Concat(ForeignObjects.Of(model)).ToValueList() }, RenameTranslation.Of(relational, provider))
            {
                Others = [.. ForeignObjects.ExcludedTables(model, provider), .. HistoryTables(context, provider)],
            };
        }
        catch (Exception failure) when (failure is not (GodwitException or OutOfMemoryException))
        {
            throw new GodwitException(
                ErrorCode.InvalidDefinition, $"The model of the context {context.GetType().FullName} cannot be built: {failure.GetType().Name}: {failure.Message}",
                "Correct its OnConfiguring or OnModelCreating, build the application, and try again.", state: "Nothing was changed.", inner: failure);
        }
    }

    // They may still be there: they are EF Core's, and the model does not speak of them.
    private static ValueList<ObjectName> HistoryTables(DbContext context, Provider provider)
    {
        var options = RelationalOptionsExtension.Extract(context.GetService<IDbContextOptions>());
        return
        [
            provider.Named(options.MigrationsHistoryTableSchema, options.MigrationsHistoryTableName ?? HistoryRepository.DefaultTableName),
            provider.Named(options.MigrationsHistoryTableSchema, "__EFMigrationsLock"),
        ];
    }
}
