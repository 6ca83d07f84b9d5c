using Godwit;

/// <summary>Customers out of a factory, some of them in a state with a name.</summary>
public sealed class CustomerSeeder : Seeder
{
    public override async Task RunAsync(SeedContext context)
    {
        await new CustomerFactory().CreateAsync(context, 20);
        await new CustomerFactory().Golden().CreateAsync(context, 3);
    }
}
