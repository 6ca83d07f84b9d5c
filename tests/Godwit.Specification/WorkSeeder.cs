using Godwit.Seeding;

namespace Godwit.Specification;

/// <summary>Does what a test says.</summary>
internal sealed class WorkSeeder : Seeder
{
    public static AsyncLocal<Func<SeedContext, Task>> Work { get; } = new();

    public override async Task RunAsync(SeedContext context) => await Work.Value!(context);
}

/// <summary>Seeding in a line.</summary>
internal static class WorkSeeding
{
    internal static Task<SeedResult> SeedAsync(this Project project, Func<SeedContext, Task> work)
    {
        WorkSeeder.Work.Value = work;
        return project.Migrator().SeedAsync(new SeedRequest { Seeder = nameof(WorkSeeder), Classes = [typeof(WorkSeeder)] });
    }
}
