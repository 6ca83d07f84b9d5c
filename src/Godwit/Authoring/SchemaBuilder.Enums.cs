using System.Runtime.CompilerServices;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <content>Enumerated types of PostgreSQL. Other databases refuse them: <c>table.Enum</c> is for all.</content>
public sealed partial class SchemaBuilder
{
    /// <summary>Makes an enumerated type: <c>CREATE TYPE mood AS ENUM ('sad', 'happy')</c>. Columns of it are made by <c>table.NativeEnum</c>.</summary>
    /// <param name="name">The type's name.</param>
    /// <param name="values">Its values, in the order in which they compare.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void CreateEnum(ObjectName name, IEnumerable<string> values, [CallerLineNumber] int line = 0) =>
        Do(new CreateEnum(new EnumType(NameOfType(name, line), Call(line).RequireValues(values, $"The type {name}"))), line);

    /// <summary>
    /// Adds a value to an enumerated type: <c>ALTER TYPE … ADD VALUE</c>. It is committed before a statement that uses it, and cannot be
    /// taken out again: the migration needs a Down of its own, which may be empty.
    /// </summary>
    /// <param name="type">The type.</param>
    /// <param name="value">The value.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public EnumValueBuilder AddEnumValue(ObjectName type, string value, [CallerLineNumber] int line = 0) => Do(new EnumValueBuilder(Call(line), NameOfType(type, line), value));

    /// <summary>Gives a value of an enumerated type another name, in all rows at once: <c>ALTER TYPE … RENAME VALUE</c>.</summary>
    /// <param name="type">The type.</param>
    /// <param name="from">The value before.</param>
    /// <param name="to">The value after.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void RenameEnumValue(ObjectName type, string from, string to, [CallerLineNumber] int line = 0) => Do(new RenameEnumValue(NameOfType(type, line), from, to), line);

    /// <summary>Drops an enumerated type that no column has: <c>DROP TYPE</c>.</summary>
    /// <param name="name">The type's name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void DropEnum(ObjectName name, [CallerLineNumber] int line = 0) => Do(new DropEnum(NameOfType(name, line)), line);

    /// <summary>Drops an enumerated type if it is there: <c>DROP TYPE IF EXISTS</c>.</summary>
    /// <param name="name">The type's name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void DropEnumIfExists(ObjectName name, [CallerLineNumber] int line = 0) => Do(new DropEnum(NameOfType(name, line)) { IfExists = true }, line);

    private ObjectName NameOfType(ObjectName name, int line) => Call(line).Require(name, "The name of a type");
}
