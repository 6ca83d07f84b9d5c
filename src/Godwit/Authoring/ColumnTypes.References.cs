using System.ComponentModel.DataAnnotations.Schema;
using Godwit.Schema;

namespace Godwit;

/// <content>Columns that refer to the rows of other tables. The foreign key itself is made by <c>.Constrained()</c>.</content>
public abstract partial class ColumnTypes
{
    /// <summary>
    /// Holds the number of a row of another table, with the type of its <see cref="Id"/>: <c>integer</c> (SQLite), <c>bigint</c>
    /// (PostgreSQL), <c>bigint unsigned</c> (MySQL, MariaDB). <c>table.ForeignId("user_id").Constrained().CascadeOnDelete()</c>
    /// </summary>
    /// <param name="name">The column's name.</param>
    public ColumnBuilder ForeignId(string name) => UnsignedBigInteger(name);

    /// <summary>Holds the UUID of a row of another table; see <see cref="Uuid"/> for its type.</summary>
    /// <param name="name">The column's name.</param>
    public ColumnBuilder ForeignUuid(string name) => Uuid(name);

    /// <summary>Holds the ULID of a row of another table; see <see cref="Ulid"/> for its type.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="length">Its characters.</param>
    public ColumnBuilder ForeignUlid(string name, int length = 26) => Ulid(name, length);

    /// <summary>
    /// Holds the key of a model's row: <c>order_line_id</c> for <c>OrderLine</c>, of type UUID if the model's property <c>Id</c> is a
    /// <see cref="Guid"/>. <c>.Constrained()</c> then knows the table: what its <c>[Table]</c> says, or <c>order_lines</c>.
    /// </summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="name">The column's name; null is made of the model's.</param>
    public ColumnBuilder ForeignIdFor<TModel>(string? name = null) =>
        For<TModel>(name, typeof(TModel).GetProperty("Id")?.PropertyType == typeof(Guid) ? ForeignUuid : ForeignId);

    /// <summary>Holds the key of a model's row, by the model's name: <c>ForeignIdFor("OrderLine")</c> is <c>order_line_id</c>, which refers to <c>order_lines</c>.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="name">The column's name; null is made of the model's.</param>
    public ColumnBuilder ForeignIdFor(string model, string? name = null) =>
        ForeignId(name ?? ConventionalName.ColumnOfModel(Call.Require(model, "The name of a model"))).Refers(ConventionalName.TableOfModel(model));

    /// <summary>Holds the UUID of a model's row; see <see cref="ForeignIdFor{TModel}"/>.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="name">The column's name; null is made of the model's.</param>
    public ColumnBuilder ForeignUuidFor<TModel>(string? name = null) => For<TModel>(name, ForeignUuid);

    /// <summary>Holds the ULID of a model's row; see <see cref="ForeignIdFor{TModel}"/>.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="name">The column's name; null is made of the model's.</param>
    public ColumnBuilder ForeignUlidFor<TModel>(string? name = null) => For<TModel>(name, column => ForeignUlid(column));

    private static ColumnBuilder For<TModel>(string? name, Func<string, ColumnBuilder> begin) =>
        begin(name ?? ConventionalName.ColumnOfModel(typeof(TModel).Name)).Refers(TableOf(typeof(TModel)));

    private static ObjectName TableOf(Type model) =>
        Attribute.GetCustomAttribute(model, typeof(TableAttribute)) is TableAttribute table
            ? new ObjectName(table.Schema, table.Name)
            : ConventionalName.TableOfModel(model.Name);
}
