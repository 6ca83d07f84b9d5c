using Godwit.Schema;

namespace Godwit;

/// <content>Texts, documents and bytes.</content>
public abstract partial class ColumnTypes
{
    /// <summary>A text of at most so many characters: <c>varchar(255)</c>; SQLite does not count them.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="length">How many; null is 255, or what <see cref="SchemaBuilder.DefaultStringLength"/> says.</param>
    public ColumnBuilder String(string name, int? length = null) => Add(name, new ColumnType.String(length ?? Call.Defaults.StringLength));

    /// <summary>A text of exactly so many characters, filled up with blanks: <c>char(255)</c>; SQLite does not count them.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="length">How many; null is 255, or what <see cref="SchemaBuilder.DefaultStringLength"/> says.</param>
    public ColumnBuilder Char(string name, int? length = null) => Add(name, new ColumnType.Char(length ?? Call.Defaults.StringLength));

    /// <summary>A text of any length: <c>text</c>; 64 KiB on MySQL and MariaDB.</summary>
    /// <param name="name">The column's name.</param>
    public ColumnBuilder Text(string name) => Add(name, new ColumnType.Text());

    /// <summary>A short text: <c>tinytext</c> of 255 bytes (MySQL, MariaDB), <c>varchar(255)</c> (PostgreSQL), <c>text</c> (SQLite).</summary>
    /// <param name="name">The column's name.</param>
    public ColumnBuilder TinyText(string name) => Add(name, new ColumnType.Text(TextSize.Tiny));

    /// <summary>A long text: <c>mediumtext</c> of 16 MiB (MySQL, MariaDB), <c>text</c> elsewhere.</summary>
    /// <param name="name">The column's name.</param>
    public ColumnBuilder MediumText(string name) => Add(name, new ColumnType.Text(TextSize.Medium));

    /// <summary>A very long text: <c>longtext</c> of 4 GiB (MySQL, MariaDB), <c>text</c> elsewhere.</summary>
    /// <param name="name">The column's name.</param>
    public ColumnBuilder LongText(string name) => Add(name, new ColumnType.Text(TextSize.Long));

    /// <summary>One of some texts: <c>enum('draft', 'published')</c> (MySQL, MariaDB), elsewhere a text with a check.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">The texts, at least one.</param>
    public ColumnBuilder Enum(string name, params IEnumerable<string> values) =>
        Add(name, new ColumnType.Enum(Call.RequireValues(values, $"The column {name} of {Call.Table}")));

    /// <summary>Any of some texts together: <c>set('red', 'green')</c> (MySQL, MariaDB; others refuse the migration).</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">The texts, at least one.</param>
    public ColumnBuilder Set(string name, params IEnumerable<string> values) =>
        Add(name, new ColumnType.Set(Call.RequireValues(values, $"The column {name} of {Call.Table}")));

    /// <summary>A value of an enumerated type that <see cref="SchemaBuilder.CreateEnum"/> made (PostgreSQL; others refuse the migration: use <see cref="Enum"/>).</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="type">The type's name.</param>
    public ColumnBuilder NativeEnum(string name, ObjectName type) => Add(name, new ColumnType.NativeEnum(Call.Require(type, $"The type of the column {name}")));

    /// <summary>A JSON document as it was written: <c>json</c>, <c>text</c> (SQLite). To search in it, prefer <see cref="Jsonb"/>.</summary>
    /// <param name="name">The column's name.</param>
    public ColumnBuilder Json(string name) => Add(name, new ColumnType.Json());

    /// <summary>A JSON document in a form that can be searched: <c>jsonb</c> (PostgreSQL), <c>json</c> (MySQL, MariaDB), <c>text</c> (SQLite).</summary>
    /// <param name="name">The column's name.</param>
    public ColumnBuilder Jsonb(string name) => Add(name, new ColumnType.JsonBinary());

    /// <summary>Bytes: <c>blob</c>, <c>bytea</c> (PostgreSQL); with a length <c>varbinary(n)</c> (MySQL, MariaDB).</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="length">How many at most; null is any number (64 KiB on MySQL and MariaDB).</param>
    public ColumnBuilder Binary(string name, int? length = null) => Add(name, new ColumnType.Binary(length));

    /// <summary>Exactly so many bytes: <c>binary(n)</c> (MySQL, MariaDB), <c>blob</c> (SQLite), <c>bytea</c> (PostgreSQL).</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="length">How many.</param>
    public ColumnBuilder FixedBinary(string name, int length) => Add(name, new ColumnType.Binary(length, IsFixed: true));

    /// <summary>The token by which Laravel remembers a login: <c>remember_token varchar(100) NULL</c>.</summary>
    public ColumnBuilder RememberToken() => String("remember_token", 100).Nullable();
}
