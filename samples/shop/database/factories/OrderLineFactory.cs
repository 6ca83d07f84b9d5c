using Bogus;
using Godwit;

public sealed class OrderLineFactory : Factory<OrderLine>
{
    protected override void Define(OrderLine line, Faker fake) => line.Quantity = fake.Random.Int(1, 3);
}
