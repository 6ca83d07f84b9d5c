using Godwit;
using Godwit.Schema;

/// <summary>What a customer ordered.</summary>
public sealed class Order
{
    public long Id { get; set; }

    public long CustomerId { get; set; }

    public string? Reference { get; set; }

    public DateTime PlacedAt { get; set; }

    [OnDelete(ReferentialAction.Restrict)]
    public Customer Customer { get; set; } = null!;

    public List<OrderLine> Lines { get; set; } = [];
}
