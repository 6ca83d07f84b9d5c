using Bogus;
using Godwit;

/// <summary>What is not set here gets a value that fits its column: an address that nobody else has, a phone number …</summary>
public sealed class CustomerFactory : Factory<Customer>
{
    public Factory<Customer> Golden() => State(customer => customer.Tier = CustomerTier.gold);

    protected override void Define(Customer customer, Faker fake)
    {
        customer.FirstName = fake.Name.FirstName();
        customer.LastName = fake.Name.LastName();
        customer.Name = $"{customer.FirstName} {customer.LastName}";
    }
}
