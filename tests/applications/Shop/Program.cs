using Shop;

// What EF Core does by itself, for tests that compare: "make" makes the tables, "use" writes rows and reads them again.
await using var context = new ShopContext();
switch (args)
{
    case ["make"]:
        await context.Database.EnsureCreatedAsync();
        break;
    case ["use"]:
        await Visit.MakeAsync(context);
        Console.WriteLine(await Visit.TellAsync(context));
        break;
    default:
        return 2;
}

return 0;
