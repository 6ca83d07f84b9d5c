using Godwit.EntityFrameworkCore.Providers;
using Godwit.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Godwit.EntityFrameworkCore;

/// <summary>What a model uses and does not make: views, functions, procedures, triggers, and tables of others.</summary>
internal static class ForeignObjects
{
    /// <summary>Kind and name of each that is no table.</summary>
    internal static IEnumerable<string> Of(IModel model)
    {
        var relational = model.GetRelationalModel();
        return
        [
            .. relational.Views.Select(view => $"view {view.SchemaQualifiedName}"),
            .. relational.Functions.Where(function => !function.IsBuiltIn).Select(function => $"function {function.SchemaQualifiedName}"),
            .. relational.StoredProcedures.Select(procedure => $"procedure {procedure.SchemaQualifiedName}"),
            .. model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredTriggers()).Select(trigger => $"trigger {trigger.GetDatabaseName()} of {trigger.GetTableName()}"),
        ];
    }

    /// <summary>The tables that the model says are made elsewhere.</summary>
    internal static IEnumerable<ObjectName> ExcludedTables(IModel model, Provider provider) =>
        model.GetRelationalModel().Tables.Where(table => table.IsExcludedFromMigrations).Select(table => provider.Named(table.Schema, table.Name));
}
