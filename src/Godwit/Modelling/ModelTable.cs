using System.ComponentModel.DataAnnotations.Schema;
using Godwit.Schema;

namespace Godwit.Modelling;

/// <summary>Makes the table of a class, but for what refers to others.</summary>
internal static class ModelTable
{
    internal static Table Of(ModelClass model)
    {
        var columns = model.Columns.Select(property => Column(model, property)).ToArray();
        if (columns.Length == 0) throw ModelClass.Error($"The class {model.Name} has a table and no property that could be a column of it.", "Give it public properties with setters, or mark it [NotMapped].");
        if (columns.GroupBy(column => column.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw ModelClass.Error($"Two properties of {model.Name} are the column {twice.Key} of {model.Table}.", "Name one of them with [Column(\"…\")].");
        return new Table(model.Table)
        {
            Columns = columns.ToValueList(),
            PrimaryKey = model.Key.IsEmpty ? null : new PrimaryKey(null, model.Key.Select(property => property.ColumnName).ToValueList()),
            Uniques = Uniques(model).ToValueList(),
            Checks = Checks(model).ToValueList(),
            Indexes = Indexes(model).ToValueList(),
            Comment = model.Attribute<CommentAttribute>()?.Text,
        };
    }

    private static Column Column(ModelClass model, ModelProperty property)
    {
        var isKey = model.Key.Contains(property);
        var identity = IsIdentity(model, property, isKey);
        return new Column(property.ColumnName, identity && ModelTypes.Integer(property.Type) is { } number ? number with { Unsigned = true } : property.ColumnType!)
        {
            IsNullable = property.IsNullable && !isKey,
            Default = Default(model, property),
            Identity = identity ? new Identity() : null,
            Generated = property.Attribute<ComputedAttribute>() is { } computed ? new GeneratedExpression(computed.Sql, computed.Storage) : null,
            Comment = property.Attribute<CommentAttribute>()?.Text,
        };
    }

    // As the Id() of migrations: unsigned where the database distinguishes.
    private static bool IsIdentity(ModelClass model, ModelProperty property, bool isKey)
    {
        if (property.Generated is DatabaseGeneratedOption.Computed && property.Attribute<DefaultSqlAttribute>() is null)
            throw ModelClass.Error($"{model.Name}.{property.Name} says that the database computes it, and not how.", "Give it [DefaultSql(\"…\")], or leave [DatabaseGenerated] out.");
        if (property.Generated is DatabaseGeneratedOption.None or DatabaseGeneratedOption.Computed || property.ColumnType is ColumnType.Native) return false;
        var isNumber = ModelTypes.Integer(property.Type) is not null;
        return property.Generated is DatabaseGeneratedOption.Identity
            ? isNumber
            : isKey && model.Key.Length == 1 && isNumber && property.Attribute<DefaultAttribute>() is null && property.Attribute<DefaultSqlAttribute>() is null
                && property.ForeignKey.Length == 0;
    }

    private static DefaultValue? Default(ModelClass model, ModelProperty property)
    {
        var value = property.Attribute<DefaultAttribute>();
        var sql = property.Attribute<DefaultSqlAttribute>();
        if (value is not null && sql is not null) throw ModelClass.Error($"{model.Name}.{property.Name} has two defaults.", "Leave out either [Default] or [DefaultSql].");
        return sql is not null ? new DefaultValue.Expression(sql.Sql)
            : value is not null ? new DefaultValue.Literal(ModelTypes.Default(value.Value, property.ColumnType!))
            : null;
    }

    private static IEnumerable<UniqueConstraint> Uniques(ModelClass model)
    {
        foreach (var (attribute, columns) in Over<UniqueAttribute>(model, unique => unique.Properties, "[Unique]"))
            yield return new UniqueConstraint(attribute.Name ?? ModelNames.Of(model.Table, columns, "unique"), columns);
    }

    private static IEnumerable<TableIndex> Indexes(ModelClass model)
    {
        foreach (var (attribute, columns) in Over<IndexAttribute>(model, index => index.Properties, "[Index]"))
        {
            yield return new TableIndex(attribute.Name ?? ModelNames.Of(model.Table, columns, attribute.IsUnique ? "unique" : "index"), columns.Select(name => new IndexPart(name)).ToValueList())
            {
                IsUnique = attribute.IsUnique,
                Predicate = attribute.Where,
                Method = attribute.Method,
            };
        }
    }

    private static IEnumerable<CheckConstraint> Checks(ModelClass model) =>
    [
        .. model.Attributes<CheckAttribute>().Select(check => new CheckConstraint(check.Name, check.Predicate)),
        .. model.Columns.SelectMany(property => property.Attributes<CheckAttribute>().Select(check =>
            new CheckConstraint(check.Name ?? ModelNames.Of(model.Table, [property.ColumnName], "check"), check.Predicate))),
    ];

    private static IEnumerable<(T Attribute, ValueList<string> Columns)> Over<T>(ModelClass model, Func<T, IReadOnlyList<string>> properties, string what)
        where T : Attribute
    {
        foreach (var property in model.Columns)
        {
            foreach (var attribute in property.Attributes<T>())
            {
                if (properties(attribute).Count > 0)
                    throw ModelClass.Error($"{what} on {model.Name}.{property.Name} names properties, and stands on one.", $"Put it on the class {model.Name}, or leave the names out.");
                yield return (attribute, [property.ColumnName]);
            }
        }

        foreach (var attribute in model.Attributes<T>())
        {
            if (properties(attribute).Count == 0) throw ModelClass.Error($"{what} on {model.Name} names no property.", $"Write {what.TrimEnd(']')}(nameof(…))].");
            yield return (attribute, properties(attribute).Select(name => model.Require(name, $"{what} on {model.Name}").ColumnName).ToValueList());
        }
    }
}
