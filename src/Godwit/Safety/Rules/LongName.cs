using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A name is longer than the database keeps.</summary>
internal sealed class LongName : Rule
{
    // Room for what a database puts behind it: _seq, _fkey.
    private const int Enough = 56;

    internal override string Id => "TX05";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.All;

    internal override string Title => "a name is longer than the database keeps";

    internal override string Reason => "PostgreSQL silently cuts a name off after 63 bytes, so that it has another name afterwards; MySQL and MariaDB refuse one of more than 64 characters.";

    internal override string Remedy => "Choose a shorter name.";

    internal override string Bad => "CREATE INDEX CONCURRENTLY posts_by_the_title_that_was_shown_to_the_reader_on_the_first_page ON posts (title);";

    internal override string Good => "CREATE INDEX CONCURRENTLY posts_by_title ON posts (title);";

    internal override bool JudgesNewTables => true;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => Names(fact).Where(name => IsTooLong(name.Bare, ground.Product)).Select(name => new Breach(
        $"{name} has {Encoding.UTF8.GetByteCount(name.Bare)} bytes.",
        fact.Sql is { } sql && Proposals.Replaced(sql, Regex.Escape(name.Bare), Shorter(name.Bare)) is { } shorter ? shorter + ";" : $"-- a name such as {Shorter(name.Bare)}"));

    private static string Shorter(string name)
    {
        while (Encoding.UTF8.GetByteCount(name) > Enough) name = name[..^1];
        return name.TrimEnd('_');
    }

    private static bool IsTooLong(string name, string product) => product switch
    {
        "postgresql" => Encoding.UTF8.GetByteCount(name) > 63,
        "sqlite" => false,
        _ => name.Length > 64,
    };

    private static IEnumerable<SqlName> Names(Fact fact) => fact switch
    {
        TableCreated created => [created.Name, .. created.Columns.Select(column => column.Name), .. created.Constraints.Select(constraint => constraint.Name).OfType<SqlName>()],
        ColumnAdded added => [added.Column.Name],
        ColumnRenamed renamed => [renamed.To],
        TableRenamed renamed => [renamed.To],
        IndexCreated { Name: { } name } => [name],
        ConstraintAdded { Constraint.Name: { } name } => [name],
        _ => [],
    };
}
