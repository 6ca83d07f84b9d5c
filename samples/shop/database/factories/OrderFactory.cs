using Godwit;

/// <summary>Nothing is defined: the customer, who must be there, is picked.</summary>
public sealed class OrderFactory : Factory<Order>;
