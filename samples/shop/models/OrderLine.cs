using System.ComponentModel.DataAnnotations;
using Godwit;
using Godwit.Schema;

/// <summary>A product of an order. The database computes what the line costs.</summary>
[Check("quantity > 0", Name = "order_lines_quantity_check")]
public sealed class OrderLine
{
    [Key]
    public long OrderId { get; set; }

    [Key]
    public long ProductId { get; set; }

    public int Quantity { get; set; } = 1;

    public int UnitCents { get; set; }

    [Computed("quantity * unit_cents", GeneratedStorage.Stored)]
    public int? LineCents { get; set; }

    [OnDelete(ReferentialAction.Cascade)]
    public Order Order { get; set; } = null!;
}
