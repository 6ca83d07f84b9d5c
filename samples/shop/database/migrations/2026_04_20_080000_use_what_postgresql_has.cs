using Godwit;

/// <summary>What only one database has, where there is one of that kind: on the others the migration has less to do, or nothing.</summary>
[Migration]
public sealed class UseWhatPostgresqlHas : Migration
{
    public override void Up(SchemaBuilder schema)
    {
        if (schema.IsPostgreSql || schema.IsMariaDb)
        {
            schema.CreateSequence("invoice_numbers").Start(1000).Increment(10);
            schema.AlterSequence("invoice_numbers").Increment(1).Maximum(999_999);
        }

        if (!schema.IsPostgreSql) return;
        schema.CreateSchema("archive");
        schema.CreateExtension("citext");
        schema.CreateEnum("payment", ["card", "invoice"]);
        schema.RenameEnumValue("payment", "invoice", "bill");
        schema.Create("archive.payments", table =>
        {
            table.Id();
            table.NativeEnum("kind", "payment").Default("card");
            table.BigInteger("order_id");
            table.Integer("slot");
            table.Exclusion().Using("hash").With("slot", "=").Name("payments_one_a_slot");
            table.With("fillfactor = 80");
        });
        schema.Table("archive.payments", table =>
        {
            table.Foreign("order_id").References("id").On("orders").Name("payments_order").NotValid();
            table.Unlogged();
        });
        schema.ValidateConstraint("archive.payments", "payments_order");
        schema.CreateMaterializedView("best_sales", "SELECT product_id, sold FROM sales WHERE sold > 10");
        schema.AddUniqueIndex("best_sales", "product_id").Name("best_sales_product");
        schema.RefreshMaterializedViewConcurrently("best_sales");
    }
}
