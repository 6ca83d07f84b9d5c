using Godwit.Schema;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>Names hold whatever people or other programs put into them; none is ever read as SQL.</summary>
public abstract class HostileNamesSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    [DatabaseTheory]
    [InlineData("select")]
    [InlineData("a b")]
    [InlineData("a\"b")]
    [InlineData("a`b")]
    [InlineData("a'b")]
    [InlineData("a''b\\")]
    [InlineData("a;b")]
    [InlineData("a--b")]
    [InlineData("a/*b")]
    [InlineData("a*/b")]
    [InlineData("[a]")]
    [InlineData("${a}")]
    [InlineData("Grüße")]
    [InlineData("a\"); DROP TABLE bystander; --")]
    [InlineData("a`); DROP TABLE bystander; --")]
    public async Task A_table_is_made_filled_changed_and_undone_whatever_the_names_hold(string name)
    {
        var table = new ObjectName(null, name);
        Project.Write("1_bystander.sql", Script.Table("bystander"))
            .Code("2_create", schema => schema.Create(table, t =>
            {
                t.Id();
                t.Integer(name).Comment(name);
                t.Index(name).Name(name + "1");
            }))
            .Code("3_rows", schema => schema.Insert(table, new Dictionary<string, object?> { [name] = 7 }), schema => schema.DeleteAll(table))
            .Code("4_change", schema => schema.Table(table, t =>
            {
                t.RenameColumn(name, name + "2");
                t.String(name + "3", 40).Default(name);
            }))
            .Code("5_rename", schema => schema.Rename(table, table.Sibling(name + "4")));
        var renamed = Project.Product.Dialect.Quote(name + "4");

        await Project.Migrator(options => options with { AppliedBy = name }).MigrateAsync();

        Assert.Equal([name + "4", "bystander"], (await Project.TablesAsync()).OrderBy(found => found == "bystander"));
        Assert.Equal([$"7 {name}"], await Project.RowsAsync($"SELECT {Project.Product.Dialect.Quote(name + "2")}, {Project.Product.Dialect.Quote(name + "3")} FROM {renamed}"));
        Assert.Equal(Enumerable.Repeat(name, 5), await Project.RowsAsync("SELECT applied_by FROM migrations"));

        await Project.RollbackAsync(4);

        Assert.Equal(["bystander"], await Project.TablesAsync());
    }

    [DatabaseFact]
    public async Task The_history_and_its_companions_may_have_such_a_name()
    {
        const string Table = "a\"b`c'; --";
        Project.Write("1_bystander.sql", Script.Table("bystander")).Write("2_off.sql", "-- transaction: off\nCREATE TABLE off (n integer);\nINSERT INTO off VALUES (1);");
        var migrator = Project.Migrator(options => options with { Table = Table });

        await migrator.MigrateAsync();

        Assert.Equal(["1_bystander", "2_off"], (await migrator.AppliedAsync()).Select(migration => migration.Id.Text));
        Assert.Null(await Project.HolderAfterAsync(migrator));
        Assert.Equal(["2"], await Project.RowsAsync($"SELECT count(*) FROM {Project.Product.Dialect.Quote(Table)}"));
    }
}
