using System.Reflection;
using Godwit.Schema;

namespace Godwit.Modelling;

/// <summary>Reads the schema that model classes describe with the standard annotations, and with ours for what those lack.</summary>
public static class ModelReader
{
    /// <summary>
    /// The tables of the classes that have <c>[Table]</c> or a key: a property <c>Id</c>, <c>PostId</c> of a class <c>Post</c>, or
    /// one with <c>[Key]</c>. What nobody names follows the conventions of migrations: <c>Post.AuthorId</c> is
    /// <c>posts.author_id</c>. A property may be NULL where its type may.
    /// </summary>
    /// <param name="types">The classes; others among them are passed over.</param>
    /// <param name="product">The database by name: <c>sqlite</c>, <c>postgresql</c>, <c>mysql</c>, <c>mariadb</c>.</param>
    /// <exception cref="GodwitException">A class says something that makes no sense; the message names it and its property.</exception>
    public static ModelSchema Read(IEnumerable<Type> types, string product)
    {
        var nullability = new NullabilityInfoContext();
        var models = types.Select(type => ModelClass.Of(type, nullability)).OfType<ModelClass>().OrderBy(model => model.Table.ToString(), StringComparer.Ordinal).ToArray();
        var byType = models.ToDictionary(model => model.Type);
        var byTable = models.ToLookup(model => model.Table);
        foreach (var model in models) RequireSingle(model, byTable, byType);
        var references = new ModelReferences(byType, models.ToDictionary(model => model.Type, ModelTable.Of));
        var schema = new DatabaseSchema(product) { Tables = models.Select(references.Complete).ToValueList() };
        return new ModelSchema(schema, models.SelectMany(Renames).ToValueList());
    }

    private static void RequireSingle(ModelClass model, ILookup<ObjectName, ModelClass> byTable, Dictionary<Type, ModelClass> byType)
    {
        if (byTable[model.Table].FirstOrDefault(other => other != model) is { } twin)
            throw ModelClass.Error($"The classes {model.Type.FullName} and {twin.Type.FullName} are both the table {model.Table}.", "Name one of them with [Table(\"…\")], or mark it [NotMapped].");
        for (var parent = model.Type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (!byType.ContainsKey(parent)) continue;
            throw ModelClass.Error(
                $"{model.Name} derives from {parent.Name}, which has a table of its own. A hierarchy of tables cannot be told from classes.",
                $"Make {parent.Name} abstract, so that each has all columns, or mark one of them [NotMapped].");
        }
    }

    private static IEnumerable<Rename> Renames(ModelClass model) =>
    [
        .. model.Attributes<RenamedFromAttribute>().Select(attribute => TableRename.Told(attribute.Name, model.Table)),
        .. model.Columns.SelectMany(property => property.Attributes<RenamedFromAttribute>().Select(attribute => new ColumnRename(model.Table, attribute.Name, property.ColumnName))),
    ];
}
