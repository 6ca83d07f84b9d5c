using System.Globalization;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.MySql;

/// <summary>Statements about sequences, which MariaDB has and MySQL has not.</summary>
internal sealed class SequenceStatements(MySqlTraits traits)
{
    internal Wording Create(CreateSequence operation)
    {
        Require();
        var exists = operation.IfNotExists ? "IF NOT EXISTS " : "";
        return new Wording.Statements($"CREATE SEQUENCE {exists}{MySqlNames.Quote(operation.Sequence.Name)}{Attributes(CanonicalSequence.Stated(operation.Sequence), " START WITH ")}");
    }

    internal Wording Alter(AlterSequence operation)
    {
        Require();
        var restart = operation.Restart is { } number ? string.Create(CultureInfo.InvariantCulture, $" RESTART WITH {number}") : "";
        return new Wording.Statements($"ALTER SEQUENCE {MySqlNames.Quote(operation.Change.Name)}{Attributes(operation.IsWhole ? CanonicalSequence.Filled(operation.Change) : operation.Change, " START WITH ")}{(operation is { IsWhole: true, Change.Cycles: false } ? " NOCYCLE" : "")}{restart}");
    }

    internal Wording Drop(DropSequence operation)
    {
        Require();
        return new Wording.Statements($"DROP SEQUENCE {(operation.IfExists ? "IF EXISTS " : "")}{MySqlNames.Quote(operation.Name)}");
    }

    private static string Attributes(Sequence sequence, string start)
    {
        if (sequence.OwnedBy is { } owner)
        {
            throw new GodwitException(ErrorCode.NotSupported, $"On MariaDB a sequence cannot belong to a column ({owner.Table}.{owner.Column}).",
                "Leave that out, and drop the sequence together with the table.");
        }

        if (sequence.Type is { } type && !type.Equals("bigint", StringComparison.OrdinalIgnoreCase))
            throw new GodwitException(ErrorCode.NotSupported, $"On MariaDB a sequence is of the type bigint, not {type}.", "Give the largest number instead.");
        return Number(start, sequence.Start) + Number(" INCREMENT BY ", sequence.Increment) + Number(" MINVALUE ", sequence.Minimum)
            + Number(" MAXVALUE ", sequence.Maximum) + Number(" CACHE ", sequence.Cache) + (sequence.Cycles ? " CYCLE" : "");
    }

    private static string Number(string words, long? number) => number is { } value ? string.Create(CultureInfo.InvariantCulture, $"{words}{value}") : "";

    private void Require()
    {
        if (!traits.HasSequences)
            throw new GodwitException(ErrorCode.NotSupported, $"{traits.Title} has no sequences.", "Use a table with an auto-increment column, or MariaDB.");
    }
}
