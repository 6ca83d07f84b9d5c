using Microsoft.EntityFrameworkCore;

namespace Shop;

/// <summary>What people do with EF Core, in one model. What only one database has is in its own Provider.</summary>
public class ShopContext : DbContext
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<Department> Departments => Set<Department>();

    public DbSet<Employee> Employees => Set<Employee>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => Provider.Use(optionsBuilder, Environment.GetEnvironmentVariable("SHOP_CONNECTION"));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Customer>(customer =>
        {
            customer.ToTable(table => table.HasCheckConstraint("CK_Customers_Balance", $"{Provider.Quoted("Balance")} >= -1000"));
            customer.ToTable(table => table.HasComment("Who buys"));
            customer.HasAlternateKey(one => one.Code);
            customer.HasIndex(one => one.Email).IsUnique();
            customer.OwnsOne(one => one.Address);
            customer.Property(one => one.Code).HasMaxLength(20);
            customer.Property(one => one.Email).HasMaxLength(200).UseCollation(Provider.Collation);
            customer.Property(one => one.Name).HasMaxLength(100).HasComment("As they sign");
            customer.Property(one => one.Tier).HasDefaultValue(Tier.Usual);
            customer.Property(one => one.Balance).HasPrecision(12, 2).HasDefaultValue(0.5m);
            customer.Property(one => one.IsActive).HasDefaultValue(true);
            customer.Property(one => one.CreatedAt).HasDefaultValueSql("CURRENT_TIMESTAMP");
        });
        modelBuilder.Entity<Order>(order =>
        {
            order.HasOne(one => one.Previous).WithMany().HasForeignKey(one => one.PreviousId).OnDelete(DeleteBehavior.SetNull);
            order.HasIndex(one => new { one.CustomerId, one.Number }).IsUnique().IsDescending(false, true);
            order.Property(one => one.Net).HasPrecision(10, 2);
            order.Property(one => one.Tax).HasPrecision(10, 2).HasDefaultValue(0m);
            order.Property(one => one.Gross).HasPrecision(10, 2).HasComputedColumnSql($"{Provider.Quoted("Net")} + {Provider.Quoted("Tax")}", stored: true);
        });
        modelBuilder.Entity<OrderLine>(line =>
        {
            line.HasKey(one => new { one.OrderId, one.Line });
            line.HasOne(one => one.Product).WithMany().OnDelete(DeleteBehavior.Restrict);
            line.Property(one => one.Quantity).HasDefaultValue((short)1);
        });
        modelBuilder.Entity<Product>().Property(product => product.Price).HasPrecision(8, 2);
        modelBuilder.Entity<Book>();
        modelBuilder.Entity<Tag>().HasData(new Tag { Id = 1, Name = "new" });
        modelBuilder.Entity<Payment>().UseTptMappingStrategy().Property(payment => payment.Amount).HasPrecision(10, 2);
        modelBuilder.Entity<CardPayment>().Property(payment => payment.Card).HasMaxLength(4).IsFixedLength();
        modelBuilder.Entity<CashPayment>().Property(payment => payment.Given).HasPrecision(10, 2);
        modelBuilder.Entity<Department>().HasOne(department => department.Head).WithMany().HasForeignKey(department => department.HeadId).OnDelete(DeleteBehavior.NoAction);
        modelBuilder.Entity<Employee>().HasOne(employee => employee.Department).WithMany().HasForeignKey(employee => employee.DepartmentId);
        modelBuilder.Entity<Turnover>().HasNoKey().ToView("turnover").Property(turnover => turnover.Total).HasPrecision(10, 2);
        modelBuilder.Entity<Visitor>().ToTable("visitors", table => table.ExcludeFromMigrations());
        Provider.Add(modelBuilder);
        if (Environment.GetEnvironmentVariable("SHOP_LATER") is null) return;
        modelBuilder.Entity<Customer>().Property<string>("Phone").HasMaxLength(30);
        modelBuilder.Entity<Customer>().HasIndex("Phone");
    }
}
