using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace Godwit.Specification.Drift;

/// <summary>The models of a small shop, as they were at first.</summary>
internal static class FirstModels
{
    internal static readonly Type[] All = [typeof(Customer), typeof(Order)];

    [Table("customers")]
    [Check("length(name) > 0", Name = "customers_name_filled")]
    private sealed class Customer
    {
        public long Id { get; set; }

        [MaxLength(100)]
        public required string Name { get; set; }

        [MaxLength(200)]
        [Unique]
        public required string Email { get; set; }

        [Default(true)]
        public bool IsActive { get; set; }

        [Precision(10, 2)]
        [Default(0)]
        public decimal Credit { get; set; }

        [DefaultSql("CURRENT_TIMESTAMP")]
        public DateTime CreatedAt { get; set; }

        [MaxLength(20)]
        public string? Phone { get; set; }
    }

    [Table("orders")]
    private sealed class Order
    {
        public long Id { get; set; }

        public long CustomerId { get; set; }

        public Customer? Customer { get; set; }

        [MaxLength(30)]
        [Default("it's new")]
        public required string State { get; set; }

        [Default(1)]
        public int Items { get; set; }
    }
}

/// <summary>The same models later: columns new, gone and changed, another default, an index, a table more.</summary>
internal static class LaterModels
{
    internal static readonly Type[] All = [typeof(Customer), typeof(Order), typeof(Note)];

    [Table("customers")]
    [Check("length(name) > 1", Name = "customers_name_filled")]
    private sealed class Customer
    {
        public long Id { get; set; }

        [MaxLength(150)]
        public required string Name { get; set; }

        [MaxLength(200)]
        [Unique]
        public required string Email { get; set; }

        [Default(false)]
        public bool IsActive { get; set; }

        [Precision(12, 2)]
        [Default(0)]
        public decimal Credit { get; set; }

        [DefaultSql("CURRENT_TIMESTAMP")]
        public DateTime CreatedAt { get; set; }

        public DateTime? LastSeenAt { get; set; }
    }

    [Table("orders")]
    [Index(nameof(State), nameof(Items))]
    private sealed class Order
    {
        public long Id { get; set; }

        public long CustomerId { get; set; }

        public Customer? Customer { get; set; }

        [MaxLength(30)]
        public string? State { get; set; }

        [Default(2)]
        public int Items { get; set; }
    }

    [Table("notes")]
    private sealed class Note
    {
        public long Id { get; set; }

        public long OrderId { get; set; }

        public Order? Order { get; set; }

        public required string Text { get; set; }
    }
}
