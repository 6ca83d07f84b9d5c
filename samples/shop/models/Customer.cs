using Godwit;

/// <summary>Who buys. The conventions name the table and its columns: <c>customers.first_name</c>.</summary>
[Unique(nameof(Email))]
[Index(nameof(Language))]
public sealed class Customer
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string? Phone { get; set; }

    public CustomerTier Tier { get; set; }

    public string Language { get; set; } = "en";

    public bool WantsNews { get; set; }

    public string FirstName { get; set; } = "";

    public string LastName { get; set; } = "";

    public List<Order> Orders { get; set; } = [];
}

/// <summary>Kept by name.</summary>
public enum CustomerTier
{
    bronze,
    silver,
    gold,
}
