using System.Text.Json;
using System.Xml.Linq;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>What is published works as it will be got: the tool installed from its package, an application built on packages only.</summary>
public sealed class PackagesTest(PackageFolder folder) : IClassFixture<PackageFolder>
{
    private static readonly string[] Ids =
    [
        "Godwit", "Godwit.Compiler", "Godwit.Diagrams", "Godwit.EntityFrameworkCore", "Godwit.Factories", "Godwit.Hosting", "Godwit.MySql", "Godwit.PostgreSql",
        "Godwit.Sqlite", "Godwit.Tool",
    ];

    [Fact]
    public void Each_package_says_what_it_is_and_has_its_symbols()
    {
        foreach (var id in Ids)
        {
            using var package = PackageFolder.Open(Path.Join(folder.Packages, $"{id}.{folder.Version}.nupkg"));
            using var nuspec = package.GetEntry(id + ".nuspec")!.Open();
            var metadata = XDocument.Load(nuspec).Root!.Elements().Single();
            string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;

            Assert.Equal("MIT", Value("license"));
            Assert.NotEmpty(Value("description"));
            Assert.Contains("migrations", Value("tags"), StringComparison.Ordinal);
            Assert.NotNull(package.GetEntry(Value("readme")));
            Assert.InRange(package.GetEntry(Value("icon"))!.Length, 100, 20_000);
            using var symbols = PackageFolder.Open(Path.Join(folder.Packages, $"{id}.{folder.Version}.snupkg"));
            Assert.Contains(symbols.Entries, entry => entry.Name.EndsWith(".pdb", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_package_goes_with_its_neighbours_of_the_same_version_and_brings_no_other_driver()
    {
        Assert.Equal([$"Godwit [{folder.Version}]"], Dependencies("Godwit.Hosting").Where(one => one.StartsWith("Godwit", StringComparison.Ordinal)));
        Assert.DoesNotContain(Dependencies("Godwit.Hosting").Concat(Dependencies("Godwit.Sqlite")), one =>
            one.StartsWith("Npgsql", StringComparison.Ordinal) || one.StartsWith("MySql", StringComparison.Ordinal));
        Assert.Empty(Dependencies("Godwit"));
        Assert.Empty(Dependencies("Godwit.Tool"));
    }

    [Fact]
    public void The_tool_brings_the_bridge_to_Entity_Framework_Core_and_leaves_the_framework_to_the_application()
    {
        using var tool = PackageFolder.Open(Path.Join(folder.Packages, $"Godwit.Tool.{folder.Version}.nupkg"));

        Assert.Contains(tool.Entries, entry => entry.Name == "Godwit.EntityFrameworkCore.dll");
        Assert.DoesNotContain(tool.Entries, entry => entry.Name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
        Assert.Contains(Dependencies("Godwit.EntityFrameworkCore"), one => one.StartsWith("Microsoft.EntityFrameworkCore.Relational 8", StringComparison.Ordinal));
    }

    [Fact]
    public void The_tool_is_installed_and_takes_an_empty_directory_to_its_first_migration()
    {
        var (tools, project) = (folder.NewDirectory("tools"), folder.NewDirectory("project"));
        folder.Run(project, "dotnet", "tool", "install", "Godwit.Tool", "--tool-path", tools, "--version", folder.Version);
        var godwit = Path.Join(tools, "godwit");

        folder.Run(project, godwit, "init");
        folder.Run(project, godwit, "make:migration", "create_posts_table");
        var file = Assert.Single(Directory.GetFiles(Path.Join(project, "database/migrations"), "*_create_posts_table.cs"));
        folder.Run(project, godwit, "migrate");

        var status = JsonDocument.Parse(folder.Run(project, godwit, "status", "--json")).RootElement.ToString();
        Assert.Contains(Path.GetFileNameWithoutExtension(file), status, StringComparison.Ordinal);
        Assert.Contains("\"applied\"", status, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fresh_application_is_built_on_the_packages_and_migrates_when_it_starts()
    {
        var application = folder.NewDirectory("application");
        File.WriteAllText(Path.Join(application, "App.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Godwit.Hosting" Version="{folder.Version}" />
                <PackageReference Include="Godwit.Sqlite" Version="{folder.Version}" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Join(application, "2025_01_01_090000_create_birds_table.cs"),
            """
            using Godwit;

            [Migration]
            public sealed class CreateBirdsTable : Migration
            {
                public override void Up(SchemaBuilder schema) => schema.Create("birds", table => table.Id());
            }
            """);
        File.WriteAllText(Path.Join(application, "Program.cs"),
            """
            using Godwit;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddGodwit(godwit =>
            {
                godwit.UseSqlite("Data Source=birds.sqlite");
                godwit.AddAssembly(typeof(CreateBirdsTable).Assembly);
            });
            builder.Services.AddHealthChecks().AddGodwit();
            var app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            await app.StartAsync();
            var result = await app.MigrateAsync();
            Console.WriteLine($"{result.Completed.Length} left to apply");
            """);

        folder.Run(application, "dotnet", "build", "--output", Path.Join(application, "out"));
        var output = folder.Run(application, "dotnet", Path.Join(application, "out/App.dll"));

        Assert.Contains("2025_01_01_090000_create_birds_table is applied", output, StringComparison.Ordinal);
        Assert.Contains("0 left to apply", output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Join(application, "out/Npgsql.dll")));
    }

    private string[] Dependencies(string id)
    {
        using var package = PackageFolder.Open(Path.Join(folder.Packages, $"{id}.{folder.Version}.nupkg"));
        using var nuspec = package.GetEntry(id + ".nuspec")!.Open();
        return
        [
            .. from element in XDocument.Load(nuspec).Descendants()
               where element.Name.LocalName == "dependency"
               select $"{element.Attribute("id")!.Value} {element.Attribute("version")!.Value}",
        ];
    }
}
