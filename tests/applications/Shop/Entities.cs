namespace Shop;

public class Customer
{
    public int Id { get; set; }

    public required string Code { get; set; }

    public required string Email { get; set; }

    public string? Name { get; set; }

    public required Address Address { get; set; }

    public Tier Tier { get; set; } = Tier.Usual;

    public decimal Balance { get; set; }

    public bool IsActive { get; set; } = true;

    public DateOnly Joined { get; set; }

    public DateTime CreatedAt { get; set; }

    public List<Order> Orders { get; } = [];
}

public class Address
{
    public required string Street { get; set; }

    public string? City { get; set; }
}

public enum Tier
{
    Usual = 1,
    Gold = 2,
}

public class Order
{
    public long Id { get; set; }

    public int CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public int Number { get; set; }

    public decimal Net { get; set; }

    public decimal Tax { get; set; }

    public decimal Gross { get; set; }

    public long? PreviousId { get; set; }

    public Order? Previous { get; set; }

    public List<OrderLine> Lines { get; } = [];
}

public class OrderLine
{
    public long OrderId { get; set; }

    public int Line { get; set; }

    public Guid ProductId { get; set; }

    public Product? Product { get; set; }

    public short Quantity { get; set; }
}

public class Product
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    public decimal Price { get; set; }

    public double? Weight { get; set; }

    public byte[]? Picture { get; set; }

    public List<Tag> Tags { get; } = [];
}

public class Book : Product
{
    public int Pages { get; set; }
}

public class Tag
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public List<Product> Products { get; } = [];
}

public abstract class Payment
{
    public int Id { get; set; }

    public long OrderId { get; set; }

    public Order? Order { get; set; }

    public decimal Amount { get; set; }
}

public class CardPayment : Payment
{
    public required string Card { get; set; }
}

public class CashPayment : Payment
{
    public decimal Given { get; set; }
}

public class Department
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public int? HeadId { get; set; }

    public Employee? Head { get; set; }
}

public class Employee
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public int DepartmentId { get; set; }

    public Department? Department { get; set; }
}

/// <summary>A row of a view.</summary>
public class Turnover
{
    public int CustomerId { get; set; }

    public decimal Total { get; set; }
}

/// <summary>A row of a table that another application makes.</summary>
public class Visitor
{
    public int Id { get; set; }
}
