using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Operations;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A foreign key is added while foreign_key_checks = 0.</summary>
internal sealed class UncheckedForeignKey : Rule
{
    internal override string Id => "MY08";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.MySql;

    internal override string Title => "a foreign key is added while foreign_key_checks = 0";

    internal override string Reason => "Rows that refer to nothing are not found, then or ever.";

    internal override string Remedy => "Look for them before and after, with the query that is proposed.";

    internal override string Bad => """
        SET foreign_key_checks = 0;
        ALTER TABLE posts ADD CONSTRAINT posts_author FOREIGN KEY (author_id) REFERENCES users (id);
        SET foreign_key_checks = 1;
        """;

    internal override string Good => "ALTER TABLE posts ADD CONSTRAINT posts_author FOREIGN KEY (author_id) REFERENCES users (id), ALGORITHM=INPLACE;";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is ConstraintAdded { Constraint: { Kind: ConstraintKind.ForeignKey } key } added && ground.IsSet("foreign_key_checks", "0", "OFF")
        ? [new Breach($"Rows of {added.To} whose {Proposals.List(key.Columns)} refers to nothing are not found.",
            key.Columns is [var only] ? $"SELECT count(*) FROM {added.To} WHERE {only} IS NOT NULL AND {only} NOT IN (SELECT id FROM {key.ReferencedTable});" : null)]
        : [];
}
