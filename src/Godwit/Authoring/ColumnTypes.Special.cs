using Godwit.Schema;

namespace Godwit;

/// <content>Identifiers, addresses, shapes and vectors.</content>
public abstract partial class ColumnTypes
{
    /// <summary>A universally unique identifier: <c>uuid</c> (PostgreSQL, MariaDB 10.7 and later), <c>char(36)</c> (MySQL), <c>varchar</c> (SQLite).</summary>
    /// <param name="name">The column's name.</param>
    public ColumnBuilder Uuid(string name = "uuid") => Add(name, new ColumnType.Uuid());

    /// <summary>A sortable unique identifier: <c>char(26)</c>, <c>varchar</c> (SQLite).</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="length">Its characters.</param>
    public ColumnBuilder Ulid(string name = "ulid", int length = 26) => Add(name, new ColumnType.Ulid(length));

    /// <summary>An internet address: <c>inet</c> (PostgreSQL), <c>varchar(45)</c> (MySQL, MariaDB), <c>varchar</c> (SQLite).</summary>
    /// <param name="name">The column's name.</param>
    public ColumnBuilder IpAddress(string name = "ip_address") => Add(name, new ColumnType.IpAddress());

    /// <summary>The hardware address of a network card: <c>macaddr</c> (PostgreSQL), <c>varchar(17)</c> (MySQL, MariaDB), <c>varchar</c> (SQLite).</summary>
    /// <param name="name">The column's name.</param>
    public ColumnBuilder MacAddress(string name = "mac_address") => Add(name, new ColumnType.MacAddress());

    /// <summary>A shape on a plane: <c>geometry(point, 4326)</c> (PostgreSQL with PostGIS), <c>point</c> (MySQL, MariaDB), <c>geometry</c> (SQLite).</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="subtype"><c>point</c>, <c>polygon</c> …; null is any.</param>
    /// <param name="srid">The spatial reference system; 0 is none.</param>
    public ColumnBuilder Geometry(string name, string? subtype = null, int srid = 0) => Add(name, new ColumnType.Geometry(subtype, srid));

    /// <summary>A shape on the globe: <c>geography(point, 4326)</c> (PostgreSQL with PostGIS), as <see cref="Geometry"/> elsewhere.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="subtype"><c>point</c>, <c>polygon</c> …; null is any.</param>
    /// <param name="srid">The spatial reference system.</param>
    public ColumnBuilder Geography(string name, string? subtype = null, int srid = 4326) => Add(name, new ColumnType.Geography(subtype, srid));

    /// <summary>A vector of numbers, for searching by likeness: <c>vector(1536)</c> (PostgreSQL with pgvector, MySQL 9, MariaDB 11.7); SQLite refuses the migration.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="dimensions">How many numbers; null is any.</param>
    public ColumnBuilder Vector(string name, int? dimensions = null) => Add(name, new ColumnType.Vector(dimensions));

    /// <summary>A text prepared for searching: <c>tsvector</c> (PostgreSQL; others refuse the migration).</summary>
    /// <param name="name">The column's name.</param>
    public ColumnBuilder Tsvector(string name) => Add(name, new ColumnType.TextSearch());
}
