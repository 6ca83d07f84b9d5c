using System.Reflection;
using Godwit.EntityFrameworkCore.Providers;
using Godwit.Schema;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Godwit.EntityFrameworkCore;

/// <summary>What the entities of a model say that they and their properties were called before, with <c>[RenamedFrom]</c>.</summary>
internal static class RenameTranslation
{
    /// <summary>Every renaming, once.</summary>
    internal static ValueList<Rename> Of(IRelationalModel model, Provider provider) => model.Tables
        .SelectMany(table => Of(table, provider.Named(table.Schema, table.Name)))
        .Distinct()
        .ToValueList();

    // Several classes may share a table, and several properties a column.
    private static IEnumerable<Rename> Of(ITable table, ObjectName name) =>
    [
        .. from mapping in table.EntityTypeMappings
           from former in FormerNames(mapping.TypeBase.ClrType)
           select TableRename.Told(former, name),
        .. from column in table.Columns
           from mapping in column.PropertyMappings
           from former in FormerNames((MemberInfo?)mapping.Property.PropertyInfo ?? mapping.Property.FieldInfo)
           select new ColumnRename(name, former, column.Name),
    ];

    // A derived class is another entity: what its base was called says nothing of it.
    private static IEnumerable<string> FormerNames(MemberInfo? member) =>
        member?.GetCustomAttributes<RenamedFromAttribute>(inherit: false).Select(attribute => attribute.Name) ?? [];
}
