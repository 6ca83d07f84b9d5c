using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Operations;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A table that refers to another one is dropped.</summary>
internal sealed class ReferencingTableDropped : Rule
{
    internal override string Id => "PG21";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "a table that refers to another one is dropped";

    internal override string Reason => "The other table is locked against readers, too, until the transaction ends.";

    internal override string Remedy => "Drop each foreign key by itself first.";

    internal override string Bad => """
        CREATE TABLE posts (id bigint PRIMARY KEY, author_id bigint, CONSTRAINT posts_author FOREIGN KEY (author_id) REFERENCES users (id));
        DROP TABLE posts;
        """;

    internal override string Good => """
        CREATE TABLE posts (id bigint PRIMARY KEY, author_id bigint, CONSTRAINT posts_author FOREIGN KEY (author_id) REFERENCES users (id));
        ALTER TABLE posts DROP CONSTRAINT posts_author;
        DROP TABLE posts;
        """;

    internal override bool JudgesNewTables => true;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is TablesDropped dropped
        ? dropped.Names.SelectMany(name => Keys(ground, name).Select(key => new Breach(
            $"{key.ReferencedTable} is locked until {name} is dropped.",
            key.Name is null ? null : $"-- allow: BC05 its table is dropped\nALTER TABLE {name} DROP CONSTRAINT {key.Name};")))
        : [];

    private static IEnumerable<ConstraintShape> Keys(Ground ground, SqlName table) =>
        ground.Known.Find(table)?.Constraints.Where(constraint => constraint.Kind is ConstraintKind.ForeignKey && constraint.ReferencedTable is { } other && other != table) ?? [];
}
