using System.Globalization;
using Godwit.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Godwit.EntityFrameworkCore.Providers;

/// <summary>Npgsql's provider for PostgreSQL.</summary>
internal sealed class NpgsqlProvider : Provider
{
    private const string Strategy = "Npgsql:ValueGenerationStrategy";
    private const string Numbers = "Npgsql:IdentitySequenceOptions";
    private const string Serial = "SerialColumn";

    // Manual, 5.5: each table has them.
    private static readonly string[] SystemColumns = ["tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"];

    internal override string Name => "Npgsql.EntityFrameworkCore.PostgreSQL";

    internal override string[] Products => ["postgresql"];

    // The usual current schema: a name in it is not qualified.
    internal override ObjectName Named(string? schema, string name) => new(schema is "public" ? null : schema, name);

    internal override bool IsSystemColumn(string name) => SystemColumns.Contains(name);

    internal override string? SequenceType(Type type) => type == typeof(int) ? "integer" : type == typeof(short) ? "smallint" : null;

    internal override DatabaseSchema Database(DatabaseSchema schema, AlterDatabaseOperation operation, Annotations said) => schema with
    {
        Enums = schema.Enums.Concat(said.TakeAll("Npgsql:Enum:").Select(type => new EnumType(Qualified(type.Name), (type.Value ?? "").Split(',').ToValueList()))).ToValueList(),
        // "hstore" or "extensions.hstore"; the value is the version, which the server chooses.
        Extensions = schema.Extensions.Concat(said.TakeAll("Npgsql:PostgresExtension:").Select(extension => Qualified(extension.Name)).Select(name => new Extension(name.Name, name.Schema))).ToValueList(),
    };

    internal override Table Table(Table table, Annotations said) => table with
    {
        Options = table.Options with { IsUnlogged = said.Take("Npgsql:UnloggedTable") is true, Parameters = Parameters(said) },
    };

    internal override Column Column(Column column, AddColumnOperation operation, CreateTableOperation table, Annotations said)
    {
        var strategy = said.Text(Strategy);
        var numbers = SequenceOptions.Parse(said.Peek(Numbers));
        if (numbers.IsAll) said.Take(Numbers);
        var identity = strategy switch
        {
            "IdentityByDefaultColumn" => new Identity(IdentityKind.ByDefault) { Start = numbers.Start, Increment = numbers.Increment },
            "IdentityAlwaysColumn" => new Identity(IdentityKind.Always) { Start = numbers.Start, Increment = numbers.Increment },
            _ => null,
        };
        var read = column with { Identity = identity };
        if (strategy is Serial) read = read with { Default = new DefaultValue.Expression(Next(SerialSequence(Named(table.Schema, table.Name), column.Name))) };
        var words = SearchWords(said, name => table.Columns.FirstOrDefault(other => other.Name == name)?.IsNullable is not false);
        return words is null ? read : read with { Generated = new GeneratedExpression(words, GeneratedStorage.Stored) };
    }

    internal override TableIndex Index(TableIndex index, Table table, Annotations said)
    {
        // How it is built says nothing about what it is then.
        said.Take("Npgsql:CreatedConcurrently");
        var (operators, nulls, collations) = (said.List("Npgsql:IndexOperators"), said.List("Npgsql:IndexNullSortOrder"), said.List("Relational:Collation"));
        var parts = index.Parts.Select((part, place) => part with
        {
            OperatorClass = Stated(operators, place),
            Nulls = Stated(nulls, place) switch { "NullsFirst" => NullsOrder.First, "NullsLast" => NullsOrder.Last, _ => null },
            Collation = Stated(collations, place),
        }).ToValueList();
        var words = SearchWords(said, name => table.Column(name)?.IsNullable is not false, index.Parts.Select(part => part.Expression));
        return index with
        {
            Parts = words is null ? parts : [new IndexPart(words, IndexPartKind.Expression)],
            Method = said.Text("Npgsql:IndexMethod"),
            Include = said.List("Npgsql:IndexInclude").OfType<string>().ToValueList(),
            NullsNotDistinct = said.Take("Npgsql:NullsDistinct") is false,
            Options = Parameters(said),
        };
    }

    // A serial type is an integer with a sequence of its own (manual, 8.1.4).
    internal override IEnumerable<Sequence> OwnedSequences(ObjectName name, CreateTableOperation table) =>
        table.Columns.Where(column => column[Strategy]?.ToString() is Serial).Select(column => new Sequence(SerialSequence(name, column.Name))
        {
            Type = column.ColumnType is "integer" or "smallint" ? column.ColumnType : null,
            OwnedBy = new SequenceOwner(name, column.Name),
        });

    private static ObjectName SerialSequence(ObjectName table, string column) => table.Sibling($"{table.Name}_{column}_seq");

    private static string Next(ObjectName sequence)
    {
        var name = sequence.Schema is { } schema ? $"{Quoted(schema)}.{Quoted(sequence.Name)}" : Quoted(sequence.Name);
        return $"nextval('{name.Replace("'", "''", StringComparison.Ordinal)}'::regclass)";
    }

    private ObjectName Qualified(string name)
    {
        var (schema, own) = ObjectName.Parse(name);
        return Named(schema, own);
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string? Stated(IReadOnlyList<string?> values, int place) => values.ElementAtOrDefault(place) is { Length: > 0 } value ? value : null;

    private static ValueList<string> Parameters(Annotations said) =>
        said.TakeAll("Npgsql:StorageParameter:").Select(parameter => string.Create(CultureInfo.InvariantCulture, $"{parameter.Name} = {parameter.Value?.ToLowerInvariant()}")).ToValueList();

    // The columns whose texts are searched, as one text that is never NULL.
    private static string? SearchWords(Annotations said, Func<string, bool> isNullable, IEnumerable<string>? columns = null)
    {
        var searched = said.List("Npgsql:TsVectorProperties").OfType<string>().ToArray();
        if (said.Text("Npgsql:TsVectorConfig") is not { } language) return null;
        var texts = (columns ?? searched).Select(name => isNullable(name) ? $"coalesce({Quoted(name)}, '')" : Quoted(name));
        return $"to_tsvector('{language.Replace("'", "''", StringComparison.Ordinal)}', {string.Join(" || ' ' || ", texts)})";
    }

    // 'start', 'increment', 'minimum', 'maximum', 'cycles', 'cache', each in quotes and empty where nothing is said.
    private sealed record SequenceOptions(long? Start, long? Increment, bool IsAll)
    {
        internal static SequenceOptions Parse(string? text)
        {
            var parts = (text ?? "").Split(',', StringSplitOptions.TrimEntries).Select(part => part.Trim('\'')).ToArray();
            return new SequenceOptions(Number(parts, 0), Number(parts, 1), parts.Skip(2).All(part => part is "" or "False" or "1"));
        }

        private static long? Number(string[] parts, int place) =>
            long.TryParse(parts.ElementAtOrDefault(place), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
