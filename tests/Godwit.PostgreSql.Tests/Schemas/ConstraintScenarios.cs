using Godwit.Operations;
using Godwit.Schema;
using static Godwit.PostgreSql.Tests.Schemas.Scenarios;

namespace Godwit.PostgreSql.Tests.Schemas;

/// <summary>Keys and constraints.</summary>
internal static class ConstraintScenarios
{
    internal static Scenario[] All =>
    [
        new("add_primary_key", [Keyless], [new AddConstraint("keyless", new PrimaryKey(null, ["a", "b"]))]),
        new("add_unique", [Authors], [new AddConstraint("authors", new UniqueConstraint(null, ["email"]))]),
        new("add_unique_with_everything", [Authors], [new AddConstraint("authors", new UniqueConstraint("one_email", ["email"]) { Include = ["name", "age"], NullsNotDistinct = true, Deferral = Deferral.InitiallyDeferred })]),
        new("add_unique_concurrently", [Authors], [new AddConstraint("authors", new UniqueConstraint("one_email", ["email"]) { Include = ["name"], Deferral = Deferral.InitiallyImmediate }) { Concurrently = true }]),
        new("add_unique_concurrently_without_a_name", [Authors], [new AddConstraint("authors", new UniqueConstraint(null, ["email"])) { Concurrently = true }]),
        new("add_primary_key_concurrently", [Keyless], [new AddConstraint("keyless", new PrimaryKey("keyless_key", ["a"])) { Concurrently = true }]),
        new("add_unique_using_index", [Authors, new CreateIndex("authors", new TableIndex("authors_email", [new IndexPart("email")]) { IsUnique = true })],
            [new AddConstraint("authors", new UniqueConstraint("authors_email", ["email"]) { UsingIndex = "authors_email" })]) { ReversesTo = "the index is the constraint's, and goes with it" },
        new("add_foreign_key", [Authors, Books], [new AddConstraint("books", new ForeignKey(null, ["author_id"], "authors", ["id"]) { OnDelete = ReferentialAction.Restrict })]),
        new("add_foreign_key_with_everything", [Authors, Books],
            [new AddConstraint("books", new ForeignKey("written_by", ["author_id"], "authors", ["id"]) { OnDelete = ReferentialAction.SetNull, OnUpdate = ReferentialAction.Cascade, Deferral = Deferral.InitiallyDeferred, NotValid = true })]),
        new("add_foreign_key_to_the_primary_key", [Authors, Books], [new AddConstraint("books", new ForeignKey(null, ["author_id"], "authors", []) { OnDelete = ReferentialAction.SetDefault })]),
        new("add_check", [Authors], [new AddConstraint("authors", new CheckConstraint(null, "age > 0")), new AddConstraint("authors", new CheckConstraint("grown", "age >= 18") { NotValid = true })]),
        new("add_check_of_values", [Authors], [new AddConstraint("authors", new CheckConstraint("known", "name in ('Ada', 'Bob')"))]),
        new("add_exclusion", [Authors], [new AddConstraint("authors", new ExclusionConstraint(null, [new ExclusionElement("age", "=")]) { Method = "hash", Deferral = Deferral.InitiallyDeferred })]),
        new("add_exclusion_of_expression", [Authors],
            [new AddConstraint("authors", new ExclusionConstraint("apart", [new ExclusionElement("(box(point((age)::double precision, (age)::double precision), point((age)::double precision, (age)::double precision)))", "&&")]) { Predicate = "age > 0" })]),
        new("validate_constraint", [Authors, new AddConstraint("authors", new CheckConstraint("grown", "age >= 18") { NotValid = true })], [new ValidateConstraint("authors", "grown")]) { ReversesTo = "a validated constraint stays so" },
        new("drop_primary_key", [Keyless, new AddConstraint("keyless", new PrimaryKey(null, ["a"]))], [new DropConstraint("keyless", ConstraintKind.PrimaryKey, null, [])]),
        new("drop_unique_by_columns", [Authors, new AddConstraint("authors", new UniqueConstraint(null, ["email"]))], [new DropConstraint("authors", ConstraintKind.Unique, null, ["email"])]),
        new("drop_foreign_key", [Authors, Books, new AddConstraint("books", new ForeignKey("written_by", ["author_id"], "authors", ["id"]))], [new DropConstraint("books", ConstraintKind.ForeignKey, "written_by", [])]),
        new("drop_check_if_exists", [Authors, new AddConstraint("authors", new CheckConstraint("grown", "age >= 18"))], [new DropConstraint("authors", ConstraintKind.Check, "grown", []) { IfExists = true }, new DropConstraint("authors", ConstraintKind.Check, "nothing", []) { IfExists = true }]),
        new("drop_exclusion", [Authors, new AddConstraint("authors", new ExclusionConstraint("apart", [new ExclusionElement("age", "=")]) { Method = "hash" })], [new DropConstraint("authors", ConstraintKind.Exclusion, "apart", [])]),
    ];

    private static CreateTable Keyless => new(new Table("keyless") { Columns = [new Column("a", Bigint), new Column("b", Integer)] });
}
