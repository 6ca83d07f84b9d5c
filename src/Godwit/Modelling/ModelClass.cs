using System.Collections;
using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations.Schema;
using System.Reflection;
using Godwit.Schema;

namespace Godwit.Modelling;

/// <summary>A class that has a table.</summary>
internal sealed class ModelClass
{
    private readonly Type type;

    private ModelClass(Type type, NullabilityInfoContext nullability)
    {
        this.type = type;
        var annotation = type.GetCustomAttribute<TableAttribute>();
        Table = annotation is null ? new ObjectName(null, ModelNames.Table(type.Name)) : new ObjectName(annotation.Schema, annotation.Name);
        Properties =
        [
            .. Own(type).Select(property => new ModelProperty(property, nullability)).Where(property => property.IsMapped)
                .OrderBy(property => property.Order < 0 ? int.MaxValue : property.Order),
        ];
        Key = FindKey();
    }

    internal string Name => type.Name;

    internal Type Type => type;

    internal ObjectName Table { get; }

    internal ImmutableArray<ModelProperty> Properties { get; }

    /// <summary>The properties of the primary key; empty when it has none.</summary>
    internal ImmutableArray<ModelProperty> Key { get; }

    internal IEnumerable<ModelProperty> Columns => Properties.Where(property => property.ColumnType is not null);

    /// <summary>The class as a table; null when it is none: it has neither <c>[Table]</c> nor a key, or says <c>[NotMapped]</c>.</summary>
    internal static ModelClass? Of(Type type, NullabilityInfoContext nullability)
    {
        if (!type.IsClass || type.IsAbstract || type.IsGenericTypeDefinition || type.IsDefined(typeof(NotMappedAttribute))) return null;
        if (!type.IsDefined(typeof(TableAttribute), false) && !Own(type).Any(property => IsKey(property, type) && !property.IsDefined(typeof(NotMappedAttribute)))) return null;
        return new ModelClass(type, nullability);
    }

    /// <summary>The property of a name.</summary>
    /// <exception cref="GodwitException">There is none.</exception>
    internal ModelProperty Require(string name, string what)
    {
        if (Properties.FirstOrDefault(property => property.Name == name) is { } found) return found;
        var near = Suggestion.Nearest(name, Properties.Select(property => property.Name));
        throw Error($"{what} names the property {name}, and {Name} has none of that name.", near is null ? "Name one of its properties." : $"Did you mean {near}?");
    }

    /// <summary>The type of the elements of a collection property; null when it is none.</summary>
    internal static Type? ElementOf(Type collection) =>
        collection != typeof(string) && typeof(IEnumerable).IsAssignableFrom(collection)
            ? collection.GetInterfaces().Append(collection).FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0]
            : null;

    internal static GodwitException Error(string problem, string remedy) => new(ErrorCode.InvalidDefinition, problem, remedy);

    internal T? Attribute<T>()
        where T : Attribute => type.GetCustomAttribute<T>();

    internal IEnumerable<T> Attributes<T>()
        where T : Attribute => type.GetCustomAttributes<T>();

    // Those of the base class come first, as its key does. What cannot be set is computed from the others.
    private static IEnumerable<PropertyInfo> Own(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && property.GetIndexParameters().Length == 0)
            .OrderBy(property => Depth(property.DeclaringType!)).ThenBy(property => property.MetadataToken);

    private static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;

    private static bool IsKey(PropertyInfo property, Type type) =>
        property.IsDefined(typeof(System.ComponentModel.DataAnnotations.KeyAttribute)) || IsKeyByName(property.Name, type);

    private static bool IsKeyByName(string property, Type type) =>
        property.Equals("Id", StringComparison.OrdinalIgnoreCase) || property.Equals(type.Name + "Id", StringComparison.OrdinalIgnoreCase);

    private ImmutableArray<ModelProperty> FindKey()
    {
        var stated = Columns.Where(property => property.IsKey).ToImmutableArray();
        if (!stated.IsEmpty) return stated;
        var named = Columns.Where(property => IsKeyByName(property.Name, type)).OrderBy(property => property.Name.Length).FirstOrDefault();
        return named is null ? [] : [named];
    }
}
