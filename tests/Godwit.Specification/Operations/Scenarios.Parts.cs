namespace Godwit.Specification.Operations;

/// <content>Constraints and indexes.</content>
internal static partial class Scenarios
{
    private static IEnumerable<Scenario> Constraints() =>
    [
        new("adding a unique constraint", Shop, schema => schema.Table("orders", table => table.Unique("customer_id", "reference"))),
        new("dropping a unique constraint", Shop, schema => schema.Table("customers", table => table.DropUnique(["email"]))),
        new("adding a foreign key", Shop, schema =>
        {
            schema.Table("orders", table => table.UnsignedBigInteger("seller_id").Nullable());
            schema.Table("orders", table => table.Foreign("seller_id").References("id").On("customers").NullOnDelete());
        }),
        new("dropping a foreign key", Shop, schema => schema.Table("orders", table => table.DropForeign(["customer_id"]))),
        new("adding a check", Shop, schema => schema.Table("customers", table => table.Check("age < 150", "customers_old_check"))),
        new("dropping a check", Shop, schema => schema.Table("customers", table => table.DropCheck("customers_age_check"))),
        new("dropping a primary key and adding another", schema => schema.Create("seats", table =>
        {
            table.String("hall", 20);
            table.Integer("number");
            table.Integer("floor");
            table.Primary("hall", "number");
        }), schema =>
        {
            schema.Table("seats", table => table.DropPrimary());
            schema.Table("seats", table => table.Primary("floor", "hall", "number"));
        }),
        new("a foreign key that is checked when the transaction ends", Nothing, schema =>
        {
            schema.Create("a", table => table.Id());
            schema.Create("b", table =>
            {
                table.Id();
                table.ForeignId("a_id").Constrained("a").InitiallyDeferred();
            });
        }) { On = WithPartialIndexes },
        new("a foreign key that is validated later", Shop, schema =>
        {
            schema.Table("orders", table => table.UnsignedBigInteger("seller_id").Nullable());
            schema.Table("orders", table => table.Foreign("seller_id").References("id").On("customers").NotValid().Name("orders_seller"));
            schema.ValidateConstraint("orders", "orders_seller");
        }) { On = PostgreSql },
        new("a check that is validated in a later migration", schema =>
        {
            Shop(schema);
            schema.AddCheck("customers", "age < 150").Name("customers_old").NotValid();
        }, schema => schema.ValidateConstraint("customers", "customers_old"))
        {
            On = PostgreSql,
            // a constraint that was validated stays so
            Undo = schema =>
            {
                schema.DropCheck("customers", "customers_old");
                schema.AddCheck("customers", "age < 150").Name("customers_old").NotValid();
            },
        },
        new("dropping a foreign key that is checked when the transaction ends", schema =>
        {
            Shop(schema);
            schema.Create("notes", table =>
            {
                table.Id();
                table.ForeignId("order_id").Constrained().InitiallyDeferred();
            });
        }, schema => schema.DropForeignKey("notes", ["order_id"])) { On = WithPartialIndexes },
        new("a unique constraint that is checked when the transaction ends", Shop, schema => schema.AddUnique("orders", "reference").InitiallyDeferred()) { On = PostgreSql },
        new("a unique constraint that is built without blocking", Shop, schema => schema.AddUnique("orders", ["reference", "id"]).Concurrently()) { On = PostgreSql },
        new("an exclusion constraint", Shop, schema => schema.AddExclusion("orders").Using("hash").With("reference", "=").Where("id > 0").Name("orders_apart")) { On = PostgreSql },
        new("dropping an exclusion constraint", schema =>
        {
            Shop(schema);
            schema.AddExclusion("orders").Using("hash").With("reference", "=").InitiallyDeferred().Name("orders_apart");
        }, schema => schema.DropExclusion("orders", "orders_apart")) { On = PostgreSql },
    ];

    private static IEnumerable<Scenario> Indexes() =>
    [
        new("an index over several columns, one of them descending", Shop, schema =>
            schema.Table("orders", table => table.Index("reference").Column("customer_id", part => part.Descending()).Name("orders_newest"))),
        new("a partial index", Shop, schema => schema.Table("customers", table => table.Index("email").Where("active = true").Name("customers_active_email"))) { On = WithPartialIndexes },
        new("a partial index of numbers", Shop, schema => schema.Table("customers", table => table.Index("email").Where("age > 17").Name("customers_adult_email"))) { On = WithPartialIndexes },
        new("an index over an expression", Shop, schema => schema.Table("customers", table => table.Index().Expression("abs(age)").Name("customers_absolute_age"))) { On = [.. WithPartialIndexes, "mysql"] },
        new("a covering index", Shop, schema => schema.Table("customers", table => table.Index("email").Include("name"))) { On = PostgreSql },
        new("an index that is built without blocking", Shop, schema => schema.Table("customers", table => table.Index("email").Concurrently())) { On = PostgreSql },
        new("a unique index", Shop, schema => schema.Table("orders", table => table.UniqueIndex("reference"))),
        new("a full-text index", Shop, schema => schema.Table("orders", table => table.FullText("remark"))) { On = Servers },
        new("dropping an index", Shop, schema => schema.Table("orders", table => table.DropIndex("orders_reference_index"))),
        new("dropping an index by its columns", Shop, schema => schema.Table("customers", table => table.DropIndex(["name", "age"]))),
        new("renaming an index", Shop, schema => schema.Table("orders", table => table.RenameIndex("orders_reference_index", "orders_by_reference"))),
    ];
}
