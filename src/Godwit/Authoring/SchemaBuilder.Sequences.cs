using System.Runtime.CompilerServices;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <content>Sequences (PostgreSQL, MariaDB).</content>
public sealed partial class SchemaBuilder
{
    /// <summary>Makes a generator of numbers: <c>CREATE SEQUENCE</c> (PostgreSQL, MariaDB; others refuse the migration).</summary>
    /// <param name="name">The sequence's name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public SequenceBuilder CreateSequence(ObjectName name, [CallerLineNumber] int line = 0) => Do(new SequenceBuilder(Call(line), NameOfSequence(name, line)));

    /// <summary>Changes a sequence: <c>ALTER SEQUENCE</c> (PostgreSQL, MariaDB). What is not mentioned stays as it is.</summary>
    /// <param name="name">The sequence's name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public SequenceChangeBuilder AlterSequence(ObjectName name, [CallerLineNumber] int line = 0) => Do(new SequenceChangeBuilder(Call(line), NameOfSequence(name, line)));

    /// <summary>Drops a sequence: <c>DROP SEQUENCE</c> (PostgreSQL, MariaDB).</summary>
    /// <param name="name">The sequence's name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void DropSequence(ObjectName name, [CallerLineNumber] int line = 0) => Do(new DropSequence(NameOfSequence(name, line)), line);

    /// <summary>Drops a sequence if it is there: <c>DROP SEQUENCE IF EXISTS</c> (PostgreSQL, MariaDB).</summary>
    /// <param name="name">The sequence's name.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void DropSequenceIfExists(ObjectName name, [CallerLineNumber] int line = 0) => Do(new DropSequence(NameOfSequence(name, line)) { IfExists = true }, line);

    private ObjectName NameOfSequence(ObjectName name, int line) => Call(line).Require(name, "The name of a sequence");
}
