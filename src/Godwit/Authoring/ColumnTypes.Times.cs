using Godwit.Schema;

namespace Godwit;

/// <content>Days and times.</content>
public abstract partial class ColumnTypes
{
    /// <summary>A day: <c>date</c>.</summary>
    /// <param name="name">The column's name.</param>
    public ColumnBuilder Date(string name) => Add(name, new ColumnType.Date());

    /// <summary>A day and a time of day: <c>datetime</c>, <c>timestamp(0) without time zone</c> (PostgreSQL).</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="precision">Digits after the seconds' point, 0 to 6; null is 0, or what <see cref="SchemaBuilder.DefaultTimePrecision"/> says.</param>
    public ColumnBuilder DateTime(string name, int? precision = null) => Add(name, new ColumnType.DateTime(Precision(precision)));

    /// <summary>A moment: <c>timestamp(0) with time zone</c> (PostgreSQL), <c>datetime</c> elsewhere, which keeps no zone.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="precision">Digits after the seconds' point, 0 to 6; null is 0, or what <see cref="SchemaBuilder.DefaultTimePrecision"/> says.</param>
    public ColumnBuilder DateTimeTz(string name, int? precision = null) => Add(name, new ColumnType.DateTime(Precision(precision), WithZone: true));

    /// <summary>A day and a time of day: <c>timestamp</c> (MySQL, MariaDB: kept in universal time, 1970 to 2038), <c>timestamp(0) without time zone</c> (PostgreSQL), <c>datetime</c> (SQLite).</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="precision">Digits after the seconds' point, 0 to 6; null is 0, or what <see cref="SchemaBuilder.DefaultTimePrecision"/> says.</param>
    public ColumnBuilder Timestamp(string name, int? precision = null) => Add(name, new ColumnType.Timestamp(Precision(precision)));

    /// <summary>A moment: <c>timestamp(0) with time zone</c> (PostgreSQL), <c>timestamp</c> (MySQL, MariaDB), <c>datetime</c> (SQLite).</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="precision">Digits after the seconds' point, 0 to 6; null is 0, or what <see cref="SchemaBuilder.DefaultTimePrecision"/> says.</param>
    public ColumnBuilder TimestampTz(string name, int? precision = null) => Add(name, new ColumnType.Timestamp(Precision(precision), WithZone: true));

    /// <summary>A time of day: <c>time</c>, <c>time(0) without time zone</c> (PostgreSQL).</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="precision">Digits after the seconds' point, 0 to 6; null is 0, or what <see cref="SchemaBuilder.DefaultTimePrecision"/> says.</param>
    public ColumnBuilder Time(string name, int? precision = null) => Add(name, new ColumnType.Time(Precision(precision)));

    /// <summary>A time of day with its distance from universal time: <c>time(0) with time zone</c> (PostgreSQL), <c>time</c> elsewhere, which keeps no zone.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="precision">Digits after the seconds' point, 0 to 6; null is 0, or what <see cref="SchemaBuilder.DefaultTimePrecision"/> says.</param>
    public ColumnBuilder TimeTz(string name, int? precision = null) => Add(name, new ColumnType.Time(Precision(precision), WithZone: true));

    /// <summary>A year: <c>year</c> (MySQL, MariaDB), <c>integer</c> elsewhere.</summary>
    /// <param name="name">The column's name.</param>
    public ColumnBuilder Year(string name) => Add(name, new ColumnType.Year());

    /// <summary>When a row was deleted, for those who keep deleted rows: a <c>Timestamp</c> that may be NULL.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="precision">Digits after the seconds' point, 0 to 6; null is 0, or what <see cref="SchemaBuilder.DefaultTimePrecision"/> says.</param>
    public ColumnBuilder SoftDeletes(string name = "deleted_at", int? precision = null) => Timestamp(name, precision).Nullable();

    /// <summary>As <see cref="SoftDeletes"/>, of the type of <see cref="TimestampTz"/>.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="precision">Digits after the seconds' point, 0 to 6; null is 0, or what <see cref="SchemaBuilder.DefaultTimePrecision"/> says.</param>
    public ColumnBuilder SoftDeletesTz(string name = "deleted_at", int? precision = null) => TimestampTz(name, precision).Nullable();

    /// <summary>As <see cref="SoftDeletes"/>, of the type of <see cref="DateTime"/>.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="precision">Digits after the seconds' point, 0 to 6; null is 0, or what <see cref="SchemaBuilder.DefaultTimePrecision"/> says.</param>
    public ColumnBuilder SoftDeletesDatetime(string name = "deleted_at", int? precision = null) => DateTime(name, precision).Nullable();

    private protected int Precision(int? stated) => stated ?? Call.Defaults.TimePrecision;
}
