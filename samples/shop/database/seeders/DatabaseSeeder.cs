using Godwit;

/// <summary>The root: says which seeders are run, and in which order. Each is a transaction of its own.</summary>
public sealed class DatabaseSeeder : Seeder
{
    public override Task RunAsync(SeedContext context) => context.CallAsync("010_products.csv", "CustomerSeeder", "OrderSeeder");
}
