using System.Runtime.CompilerServices;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <content>Schemas and extensions (PostgreSQL).</content>
public sealed partial class SchemaBuilder
{
    /// <summary>Makes a schema, a name space for tables: <c>CREATE SCHEMA</c> (PostgreSQL; others refuse the migration).</summary>
    /// <param name="name">Its name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void CreateSchema(string name, [CallerLineNumber] int line = 0) => Do(new CreateSchema(Call(line).Require(name, "The name of a schema")), line);

    /// <summary>Makes a schema if there is none of that name: <c>CREATE SCHEMA IF NOT EXISTS</c> (PostgreSQL). The migration then needs a Down of its own.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void CreateSchemaIfNotExists(string name, [CallerLineNumber] int line = 0) =>
        Do(new CreateSchema(Call(line).Require(name, "The name of a schema")) { IfNotExists = true }, line);

    /// <summary>Drops an empty schema: <c>DROP SCHEMA</c> (PostgreSQL).</summary>
    /// <param name="name">Its name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void DropSchema(string name, [CallerLineNumber] int line = 0) => Do(new DropSchema(Call(line).Require(name, "The name of a schema")), line);

    /// <summary>Drops an empty schema if it is there: <c>DROP SCHEMA IF EXISTS</c> (PostgreSQL).</summary>
    /// <param name="name">Its name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void DropSchemaIfExists(string name, [CallerLineNumber] int line = 0) =>
        Do(new DropSchema(Call(line).Require(name, "The name of a schema")) { IfExists = true }, line);

    /// <summary>Makes an extension available: <c>CREATE EXTENSION</c> (PostgreSQL; others refuse the migration).</summary>
    /// <param name="name">Its name: <c>citext</c>, <c>postgis</c> …</param>
    /// <param name="inSchema">The schema its objects live in; null is the current one.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void CreateExtension(string name, string? inSchema = null, [CallerLineNumber] int line = 0) =>
        Do(new CreateExtension(new Extension(Call(line).Require(name, "The name of an extension"), inSchema)), line);

    /// <summary>
    /// Makes an extension available if it is not: <c>CREATE EXTENSION IF NOT EXISTS</c> (PostgreSQL; others refuse the migration). The
    /// way back leaves it there.
    /// </summary>
    /// <param name="name">Its name: <c>citext</c>, <c>postgis</c> …</param>
    /// <param name="inSchema">The schema its objects live in; null is the current one.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void EnsureExtensionExists(string name, string? inSchema = null, [CallerLineNumber] int line = 0) =>
        Do(new CreateExtension(new Extension(Call(line).Require(name, "The name of an extension"), inSchema)) { IfNotExists = true }, line);

    /// <summary>Makes pgvector available if it is not, which <c>table.Vector</c> needs on PostgreSQL: <c>CREATE EXTENSION IF NOT EXISTS vector</c>.</summary>
    /// <param name="inSchema">The schema its objects live in; null is the current one.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void EnsureVectorExtensionExists(string? inSchema = null, [CallerLineNumber] int line = 0) => EnsureExtensionExists("vector", inSchema, line);

    /// <summary>Takes an extension away: <c>DROP EXTENSION</c> (PostgreSQL).</summary>
    /// <param name="name">Its name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void DropExtension(string name, [CallerLineNumber] int line = 0) => Do(new DropExtension(Call(line).Require(name, "The name of an extension")), line);

    /// <summary>Takes an extension away if it is there: <c>DROP EXTENSION IF EXISTS</c> (PostgreSQL).</summary>
    /// <param name="name">Its name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void DropExtensionIfExists(string name, [CallerLineNumber] int line = 0) =>
        Do(new DropExtension(Call(line).Require(name, "The name of an extension")) { IfExists = true }, line);
}
