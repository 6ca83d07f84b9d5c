using System.Globalization;
using System.Text;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>CREATE SEQUENCE and ALTER SEQUENCE.</summary>
internal static class SequenceSql
{
    internal static string Create(CreateSequence operation)
    {
        var sequence = operation.Sequence;
        // What is usual for the type and direction is left out, as a person would.
        var usual = SequenceDefaults.Filled(new Sequence(sequence.Name) { Type = sequence.Type, Increment = sequence.Increment });
        var stated = sequence with
        {
            Type = usual.Type is "bigint" ? null : sequence.Type,
            Increment = sequence.Increment == 1 ? null : sequence.Increment,
            Minimum = sequence.Minimum == usual.Minimum ? null : sequence.Minimum,
            Maximum = sequence.Maximum == usual.Maximum ? null : sequence.Maximum,
            Start = sequence.Start == SequenceDefaults.Filled(sequence with { Start = null }).Start ? null : sequence.Start,
            Cache = sequence.Cache == 1 ? null : sequence.Cache,
        };
        return $"CREATE SEQUENCE {(operation.IfNotExists ? "IF NOT EXISTS " : "")}{PostgreSqlNames.Quote(sequence.Name)}{Options(stated)}";
    }

    internal static string? Alter(AlterSequence operation)
    {
        var options = Options(operation.Old is { } old ? Differing(operation.Change, old) : operation.Change) + (operation.Restart is { } restart ? Number("RESTART WITH", restart) : "");
        if (operation.IsWhole && !operation.Change.Cycles && operation.Old is { Cycles: true }) options += " NO CYCLE";
        if (operation.IsWhole && operation.Change.OwnedBy is null && operation.Old is { OwnedBy: not null }) options += " OWNED BY NONE";
        return options.Length == 0 ? null : $"ALTER SEQUENCE {PostgreSqlNames.Quote(operation.Change.Name)}{options}";
    }

    private static Sequence Differing(Sequence change, Sequence old) => change with
    {
        Type = change.Type == old.Type ? null : change.Type,
        Start = change.Start == old.Start ? null : change.Start,
        Increment = change.Increment == old.Increment ? null : change.Increment,
        Minimum = change.Minimum == old.Minimum ? null : change.Minimum,
        Maximum = change.Maximum == old.Maximum ? null : change.Maximum,
        Cache = change.Cache == old.Cache ? null : change.Cache,
        Cycles = change.Cycles && !old.Cycles,
        OwnedBy = change.OwnedBy == old.OwnedBy ? null : change.OwnedBy,
    };

    private static string Options(Sequence sequence)
    {
        var sql = new StringBuilder();
        if (sequence.Type is { } type) sql.Append(" AS ").Append(type);
        sql.Append(Number("INCREMENT BY", sequence.Increment)).Append(Number("MINVALUE", sequence.Minimum)).Append(Number("MAXVALUE", sequence.Maximum));
        sql.Append(Number("START WITH", sequence.Start)).Append(Number("CACHE", sequence.Cache));
        if (sequence.Cycles) sql.Append(" CYCLE");
        if (sequence.OwnedBy is { } owner) sql.Append(" OWNED BY ").Append(PostgreSqlNames.Quote(owner.Table)).Append('.').Append(PostgreSqlNames.Quote(owner.Column));
        return sql.ToString();
    }

    private static string Number(string words, long? number) => number is { } value ? $" {words} {value.ToString(CultureInfo.InvariantCulture)}" : "";
}
