using System.Reflection;
using Godwit.Modelling;
using Godwit.Schema;

namespace Godwit.Seeding;

/// <summary>Which columns the properties of a row are.</summary>
internal static class ModelRow
{
    /// <summary>The table of a model class.</summary>
    /// <exception cref="GodwitException">The class is none.</exception>
    internal static ObjectName TableOf(Type type) => ModelClass.Of(type, new NullabilityInfoContext())?.Table ?? throw new GodwitException(
        ErrorCode.InvalidDefinition, $"{type.Name} is no model: it has neither [Table] nor a key.", "Name the table: InsertAsync(\"table\", rows).");

    /// <summary>
    /// The properties with their columns. Those of a model are as its annotations have them; a key that the database numbers is left to it. Others are
    /// columns by their own name, or by it in snake case.
    /// </summary>
    internal static (PropertyInfo Property, string Column)[] Columns(Type type, SeedTable table)
    {
        if (ModelClass.Of(type, new NullabilityInfoContext()) is { } model && model.Table == table.Table.Name)
        {
            return
            [
                .. model.Columns.Where(property => table.Require(property.ColumnName) is { Identity: null, Generated: null } && !IsRowId(table.Table, property.ColumnName))
                    .Select(property => (property.Property, property.ColumnName)),
            ];
        }

        return
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
                .Select(property => (property, table.Table.Column(property.Name) is null && table.Table.Column(ModelNames.Column(property.Name)) is { } column ? column.Name : property.Name)),
        ];
    }

    /// <summary>Whether SQLite numbers the rows by a column that does not say so: an INTEGER PRIMARY KEY is the row's number.</summary>
    internal static bool IsRowId(Table table, string column) =>
        table is { Definition: not null, Options.IsWithoutRowId: false, PrimaryKey.Columns: [var only] } && only == column
        && table.Column(column)!.Type is ColumnType.Native native && native.Sql.Equals("integer", StringComparison.OrdinalIgnoreCase);
}
