using Godwit;

/// <summary>Orders with their lines: each refers to a customer and to products that are there.</summary>
[DependsOn<CustomerSeeder>]
[DependsOn("010_products.csv")]
public sealed class OrderSeeder : Seeder
{
    public override async Task RunAsync(SeedContext context)
    {
        // each line takes from the stock
        await context.ExecuteAsync("UPDATE products SET stock = stock + @p0", 500);
        await new OrderFactory().Has(new OrderLineFactory(), 2).CreateAsync(context, 30);
    }
}
