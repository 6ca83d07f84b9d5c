using Xunit;

namespace Godwit.Tests.Configuration;

public sealed class DotEnvTest : IDisposable
{
    private readonly TemporaryProject project = new();

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("KEY=value", "value")]
    [InlineData("  KEY = value  ", "value")]
    [InlineData("export KEY=value", "value")]
    [InlineData("export=1\nKEY=value", "value")]
    [InlineData("# comment\n\nKEY=value # comment", "value")]
    [InlineData("KEY=a#b", "a#b")]
    [InlineData("KEY= # nothing", "")]
    [InlineData("KEY=", "")]
    [InlineData("KEY=a b  c", "a b  c")]
    [InlineData("KEY=a=b", "a=b")]
    [InlineData("KEY=C:\\dir\\new", "C:\\dir\\new")]
    [InlineData("KEY=value\r\nOTHER=1\r\n", "value")]
    [InlineData("KEY='a \"b\" ${HOME} \\n'  # comment", "a \"b\" ${HOME} \\n")]
    [InlineData("KEY=\"a 'b' # \\\"c\\\" \\\\ \\$ \\q\"", "a 'b' # \"c\" \\ $ \\q")]
    [InlineData("KEY=\"a\\nb\\tc\"", "a\nb\tc")]
    [InlineData("KEY=\"first\nsecond\"\nOTHER=1", "first\nsecond")]
    [InlineData("KEY=first\nKEY=second", "second")]
    [InlineData("BASE=x\nKEY=${BASE}/y", "x/y")]
    [InlineData("BASE=x\nKEY=\"${BASE} y\"", "x y")]
    [InlineData("BASE=x\nKEY='${BASE}'", "${BASE}")]
    [InlineData("KEY=\"\\${BASE}\"", "${BASE}")]
    [InlineData("KEY=${NONE:-default}", "default")]
    [InlineData("EMPTY=\nKEY=${EMPTY:-default}", "default")]
    [InlineData("EMPTY=\nKEY=a${EMPTY}b", "ab")]
    [InlineData("KEY=${OUTER}", "from the process")]
    [InlineData("OUTER=from the file\nKEY=${OUTER}", "from the process")]
    [InlineData("KEY=$OUTER $5", "$OUTER $5")]
    [InlineData("export KEY\nKEY=value", "value")]
    [InlineData("\uFEFFKEY=value", "value")]
    public void A_value_is_read(string file, string expected)
    {
        project.Variables["OUTER"] = "from the process";

        Assert.Equal(expected, project.Load((".env", file)).Variables.Find("KEY"));
    }

    [Theory]
    [InlineData("A=1\nnonsense", ".env:2:1", "nonsense")]
    [InlineData("A=1\n  = 2", ".env:2:3", "no assignment")]
    [InlineData("export A b", ".env:1:1", "has no \"=\"")]
    [InlineData("A=1\nB='x\nC=2", ".env:2:3", "not closed")]
    [InlineData("A=\"x\\\"", ".env:1:3", "not closed")]
    [InlineData("A=\"x\" y", ".env:1:7", "after the closing quote")]
    public void A_line_that_is_no_assignment_is_shown_with_its_place(string file, string place, string message)
    {
        var error = Assert.Throws<GodwitException>(() => project.Load((".env", file)));

        Assert.Equal(ErrorCode.InvalidSettings, error.Code);
        Assert.Equal(place, error.Location!.ToString());
        Assert.Contains(message, error.Message);
    }

    [Theory]
    [InlineData("A=1\nKEY=${NONE}", ErrorCode.MissingSecret, ".env:2:5", "NONE")]
    [InlineData("A=${NONE}\nKEY=x${A}", ErrorCode.MissingSecret, ".env:1:3", "NONE")]
    [InlineData("KEY=${NONE", ErrorCode.InvalidSettings, ".env:1:5", "${NAME}")]
    [InlineData("KEY=\"${a b}\"", ErrorCode.InvalidSettings, ".env:1:5", "${NAME}")]
    public void A_value_that_cannot_be_worked_out_fails_when_it_is_asked_for(string file, ErrorCode code, string place, string message)
    {
        var variables = project.Load((".env", file)).Variables;

        var error = Assert.Throws<GodwitException>(() => variables.Find("KEY"));
        Assert.Equal(code, error.Code);
        Assert.Equal(place, error.Location!.ToString());
        Assert.Contains(message, error.Message);
    }

    [Fact]
    public void The_process_comes_before_the_file()
    {
        project.Variables["KEY"] = "process";

        var variables = project.Load((".env", "KEY=file\nOTHER=file")).Variables;

        Assert.Equal("process", variables.Find("KEY"));
        Assert.Equal("file", variables.Find("OTHER"));
        Assert.Null(variables.Find("NONE"));
    }

    [Fact]
    public void The_file_is_not_put_into_the_environment_of_the_process()
    {
        project.Load((".env", "GODWIT_TEST_LEAK=1"));

        Assert.Null(Environment.GetEnvironmentVariable("GODWIT_TEST_LEAK"));
    }
}
