using System.Xml.Linq;
using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Godwit.Diagrams;
using Godwit.Schema;
using Godwit.Specification.Samples;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>What db:diagram draws.</summary>
public sealed class DiagramTest() : DatabaseSpecification(Server.Sqlite)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public async Task Every_table_is_drawn_with_its_columns_and_every_foreign_key_as_a_line()
    {
        Project.Migration("001_sample.sql", SampleScript.Of("sqlite"));
        (await Project.RunAsync("migrate")).Succeeded();

        (await Project.RunAsync("db:diagram --file schema.svg")).Succeeded().Says("Wrote schema.svg");

        var drawing = XDocument.Load(Path.Join(Project.Root, "schema.svg")).Root!;
        var tables = (await Project.RunAsync("db:schema --json")).Succeeded().Json.GetProperty("tables").EnumerateArray().ToArray();
        Assert.Equal(
            tables.Select(table => table.GetProperty("name").GetString()!).Order(StringComparer.Ordinal),
            drawing.Elements(Svg + "g").Select(table => table.Attribute("data-table")!.Value).Order(StringComparer.Ordinal));
        Assert.Equal(
            tables.Sum(table => table.TryGetProperty("foreignKeys", out var keys) ? keys.GetArrayLength() : 0),
            drawing.Elements(Svg + "path").Count(line => line.Attribute("data-from") is not null));
        var order = drawing.Elements(Svg + "g").Single(table => table.Attribute("data-table")!.Value == "order_lines");
        Assert.Equal(["order_lines", "PK", "id", "integer"], order.Elements(Svg + "text").Select(text => text.Value).Take(4));
    }

    // Inkscape, librsvg and the like paint black what they have no colour for.
    [Fact]
    public async Task A_drawing_has_its_colours_without_the_variables_and_themes_that_only_browsers_know()
    {
        Project.Migration("001_a.sql", "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a_id int REFERENCES a);");
        (await Project.RunAsync("migrate")).Succeeded();

        var svg = (await Project.RunAsync("db:diagram --output svg")).Succeeded().Out;

        var drawing = XDocument.Parse(svg).Root!;
        var light = drawing.Element(Svg + "style")!.Value.Split("@media")[0];
        var painted = drawing.Descendants().Where(part => part.Name == Svg + "rect" || part.Name == Svg + "path").Select(part => part.Attribute("class")!.Value).Distinct().ToArray();
        Assert.Equal(["box", "end", "ground", "head", "key"], painted.Order(StringComparer.Ordinal));
        Assert.All(painted, name => Assert.Matches($@"\.{name}\b[^{{]*{{[^}}]*(fill|stroke): #", light));
        Assert.Matches(@"(?m)^text {.*fill: #", light);
        Assert.DoesNotContain("var(", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_holds_the_drawing_and_loads_nothing()
    {
        Project.Migration("001_a.sql", "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE \"b <&> \"\"c\" (a_id int REFERENCES a);");
        (await Project.RunAsync("migrate")).Succeeded();

        (await Project.RunAsync("db:diagram --file schema.html")).Succeeded();

        var page = await File.ReadAllTextAsync(Path.Join(Project.Root, "schema.html"));
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.Contains("b &lt;&amp;&gt; &quot;c", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal((await Project.RunAsync("db:diagram --output svg")).Succeeded().Out.Split('\n')[0], page.Split('\n').Single(line => line.StartsWith("<svg", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_database_without_tables_is_an_error_with_a_way_out()
    {
        Project.Migration("001_a.sql", "CREATE VIEW v AS SELECT 1 AS one;");
        (await Project.RunAsync("migrate")).Succeeded();

        (await Project.RunAsync("db:diagram")).Failed("unknown-object", ExitCode.Failed, "There are no tables");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(300)]
    public void No_two_boxes_lie_on_each_other(int tables)
    {
        var boxes = Enumerable.Range(0, tables).Select(n => new EntityBox(Table(n))).ToArray();

        var layout = DiagramLayout.Of(boxes);

        Assert.Equal(tables, layout.Boxes.Count);
        Assert.All(layout.Boxes, box => Assert.True(box is { X: >= 0, Y: >= 0 } && box.Right <= layout.Width && box.Bottom <= layout.Height));
        foreach (var (box, place) in layout.Boxes.Select((box, place) => (box, place)))
            Assert.DoesNotContain(layout.Boxes.Skip(place + 1), other => other.X < box.Right && box.X < other.Right && other.Y < box.Bottom && box.Y < other.Bottom);
    }

    [Fact]
    public void Of_a_table_with_very_many_columns_the_first_and_the_keys_are_drawn()
    {
        var columns = Enumerable.Range(0, 1600).Select(n => new Column($"c{n}", new ColumnType.Native("integer"))).ToValueList();
        var table = new Table("wide") { Columns = columns, ForeignKeys = [new ForeignKey(null, ["c900"], "wide", ["c0"])] };

        var box = new EntityBox(table);

        Assert.Equal(61, box.Rows.Count);
        Assert.Equal("c900", box.Rows[^1].Column);
        Assert.Equal(1539, box.Hidden);
    }

    // Every table refers to one or two before it, and every tenth to nothing, so that some stand alone.
    private static Table Table(int n)
    {
        int[] others = n % 10 == 0 ? [] : n % 3 == 0 ? [n / 2, n - 1] : [n - 1];
        return new Table($"table_{n}")
        {
            Columns =
            [
                new Column("id", new ColumnType.Native("bigint")),
                .. Enumerable.Range(0, n % 14).Select(c => new Column($"column_{c}", new ColumnType.Native("character varying(255)"))),
                .. others.Distinct().Select(other => new Column($"table_{other}_id", new ColumnType.Native("bigint"))),
            ],
            PrimaryKey = new PrimaryKey(null, ["id"]),
            ForeignKeys = others.Distinct().Select(other => new ForeignKey(null, [$"table_{other}_id"], $"table_{other}", ["id"])).ToValueList(),
        };
    }
}
