using Microsoft.EntityFrameworkCore;

namespace Shop;

/// <summary>A few rows in most tables, written and read by EF Core.</summary>
internal static class Visit
{
    internal static async Task MakeAsync(ShopContext context)
    {
        var customer = new Customer { Code = "C1", Email = "ada@example.org", Name = "Ada", Address = new Address { Street = "Long Lane", City = "Leeds" }, Joined = new DateOnly(2024, 2, 29) };
        var book = new Book { Id = Guid.Parse("6c1b0a52-55a8-4bb1-a30b-2f3e1d1f0001"), Name = "Birds", Pages = 320, Price = 19.90m };
        book.Tags.Add(new Tag { Id = 7, Name = "nature" });
        var order = new Order { Customer = customer, Number = 1, Net = 10.00m, Tax = 1.90m };
        order.Lines.Add(new OrderLine { Line = 1, Product = book, Quantity = 2 });
        context.AddRange(customer, book, order, new CardPayment { Order = order, Amount = 11.90m, Card = "1234" });
        await context.SaveChangesAsync();
        var department = new Department { Name = "Sales" };
        var head = new Employee { Name = "Grace", Department = department };
        context.Add(head);
        await context.SaveChangesAsync();
        department.Head = head;
        context.Add(new Order { Customer = customer, Number = 2, Net = 1m, Previous = order });
        await context.SaveChangesAsync();
    }

    internal static async Task<string> TellAsync(ShopContext context)
    {
        context.ChangeTracker.Clear();
        var orders = await context.Orders.Include(order => order.Customer).Include(order => order.Lines).ThenInclude(line => line.Product!.Tags)
            .OrderBy(order => order.Number).ToListAsync();
        var (first, second) = (orders[0], orders[1]);
        var product = first.Lines[0].Product!;
        var customer = first.Customer!;
        var payment = await context.Payments.SingleAsync();
        var head = await context.Departments.Select(department => department.Head!.Name).SingleAsync();
        return FormattableString.Invariant(
            $"{customer.Name} of {customer.Address.City} ({customer.Tier}, active {customer.IsActive}, {customer.Balance:0.00}, {customer.Joined:yyyy-MM-dd}): {orders.Count} orders, {first.Gross:0.00}, then {second.Gross:0.00} after {second.PreviousId == first.Id}; {product.GetType().Name} {product.Name}, {string.Join(",", product.Tags.Select(tag => tag.Name))}; {payment.GetType().Name} {payment.Amount:0.00}; {head}");
    }
}
