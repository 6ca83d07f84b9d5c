using System.Text;
using Godwit.Migrations;
using Xunit;

namespace Godwit.Tests.Migrations;

public sealed class SqlMigrationTest
{
    private const string Up = "-- UP\nCREATE TABLE a (id int);\n";

    [Theory]
    [InlineData("001_x.up.sql", "001_x.down.sql")]
    [InlineData("V1__x.sql", "U1__x.sql")]
    [InlineData("20240101000000_x/up.sql", "20240101000000_x/down.sql")]
    public void A_down_in_a_file_of_its_own_is_read_from_there(string up, string down)
    {
        using var project = new TemporaryProject();
        project.Write(up, "-- transaction: off\nSELECT 1;");
        project.Write(down, "-- timeout: 1s\nSELECT 2;");
        var script = Read(project);
        Assert.Equal(["SELECT 1"], Scripts.Texts(script.Up));
        Assert.Equal(["SELECT 2"], Scripts.Texts(script.Down));
        Assert.Equal((TransactionMode.Off, TransactionMode.On), (script.Up.Transaction, script.Down!.Transaction));
        Assert.Equal(Path.Join("migrations", down) + ":2:1", script.Down.Statements[0].Location?.ToString());
    }

    [Fact]
    public void A_down_file_may_have_a_down_section()
    {
        using var project = new TemporaryProject("001_x.up.sql");
        project.Write("001_x.down.sql", "-- DOWN\nSELECT 2;");
        Assert.Equal(["SELECT 2"], Scripts.Texts(Read(project).Down));
    }

    [Theory]
    [InlineData(Up, "-- UP\nSELECT 1;")]
    [InlineData(Up + "-- DOWN\nSELECT 1;", "SELECT 2;")]
    public void Sections_in_the_wrong_file_are_an_error(string up, string down)
    {
        using var project = new TemporaryProject();
        project.Write("001_x.up.sql", up);
        project.Write("001_x.down.sql", down);
        Assert.Equal(ErrorCode.InvalidSection, Assert.Throws<GodwitException>(() => Read(project)).Code);
    }

    [Fact]
    public void A_file_that_is_not_utf8_is_an_error_with_the_place()
    {
        using var project = new TemporaryProject();
        project.Write("001_x.sql", [.. "SELECT 1;\nSELECT 'é', '"u8, 0xE9, .. "';"u8]);
        var error = Assert.Throws<GodwitException>(() => Read(project));
        Assert.Equal(ErrorCode.NotUtf8, error.Code);
        Assert.Contains("0xE9 at offset 24", error.Message, StringComparison.Ordinal);
        Assert.Equal(Path.Join("migrations", "001_x.sql") + ":2:14", error.Location?.ToString());
    }

    [Fact]
    public void A_utf16_file_is_called_so()
    {
        using var project = new TemporaryProject();
        project.Write("001_x.sql", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("SELECT 1;")]);
        var error = Assert.Throws<GodwitException>(() => Read(project));
        Assert.Equal(ErrorCode.NotUtf8, error.Code);
        Assert.Contains("UTF-16", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_script()
    {
        using var project = new TemporaryProject();
        project.Write("001_x.sql", "\uFEFF-- UP\nSELECT 1;");
        Assert.Equal(["SELECT 1"], Scripts.Texts(Read(project).Up));
    }

    [Fact]
    public void A_file_that_is_gone_since_it_was_listed_is_an_error()
    {
        using var project = new TemporaryProject("001_x.sql");
        var migration = project.Read().Migrations[0];
        File.Delete(Path.Join(project.Root, "migrations", "001_x.sql"));
        Assert.Equal(ErrorCode.FileAccess, Assert.Throws<GodwitException>(() => migration.Read(Splitters.Of("sqlite"), Empty)).Code);
        Assert.Equal(ErrorCode.FileAccess, Assert.Throws<GodwitException>(() => migration.ComputeChecksum(Splitters.Of("sqlite"))).Code);
    }

    [Theory]
    [InlineData(Up)]
    [InlineData(Up + "-- DOWN\n")]
    [InlineData(Up + "\n-- DOWN\nDROP TABLE a;")]
    [InlineData(Up + "-- migrate:down transaction:false\nDROP TABLE b;")]
    [InlineData("\uFEFF-- UP  \r\nCREATE TABLE a (id int);\r\n\r\n-- DOWN\r\nDROP TABLE a;\r\n")]
    public void The_down_does_not_count_for_the_checksum(string content) => Assert.Equal(ChecksumOf(Up), ChecksumOf(content));

    [Theory]
    [InlineData("-- UP\nCREATE TABLE a (id int, n int);\n-- DOWN\nDROP TABLE a;")]
    [InlineData("-- UP\nCREATE TABLE a (id int);\nSELECT '\n-- DOWN\n1';")]
    [InlineData("-- UP\nCREATE TABLE a (id int);\nSELECT '\n-- DOWN\n2';")]
    [InlineData("-- transaction: off\n-- UP\nCREATE TABLE a (id int);\n-- DOWN\nDROP TABLE a;")]
    [InlineData("-- DOWN\nDROP TABLE a;\n-- UP\nCREATE TABLE a (id bigint);")]
    public void Everything_else_counts_for_the_checksum(string content) => Assert.NotEqual(ChecksumOf(Up), ChecksumOf(content));

    [Fact]
    public void What_merely_looks_like_a_down_counts_for_the_checksum() =>
        Assert.NotEqual(ChecksumOf("SELECT '\n-- DOWN\n1';"), ChecksumOf("SELECT '\n-- DOWN\n2';"));

    [Fact]
    public void The_checksum_of_a_pair_is_that_of_its_up()
    {
        using var project = new TemporaryProject();
        project.Write("001_x.up.sql", Up);
        project.Write("001_x.down.sql", "SELECT 1;");
        Assert.Equal(ChecksumOf(Up), project.Read().Migrations[0].ComputeChecksum(Splitters.Of("sqlite")));
    }

    [Fact]
    public void The_checksum_of_a_large_file_takes_constant_memory()
    {
        using var project = new TemporaryProject();
        project.Write("001_x.sql", string.Concat(Enumerable.Repeat("INSERT INTO a VALUES (1, 'going down');\n", 500_000)));
        var migration = project.Read().Migrations[0];
        migration.ComputeChecksum(Splitters.Of("sqlite"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        migration.ComputeChecksum(Splitters.Of("sqlite"));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 18);
    }

    private static readonly Dictionary<string, string> Empty = [];

    private static MigrationScript Read(TemporaryProject project) =>
        Assert.Single(project.Read().RequireSound().Migrations).Read(Splitters.Of("sqlite"), Empty);

    private static Checksum ChecksumOf(string content)
    {
        using var project = new TemporaryProject();
        project.Write("001_x.sql", content);
        return project.Read().Migrations[0].ComputeChecksum(Splitters.Of("sqlite"));
    }
}
