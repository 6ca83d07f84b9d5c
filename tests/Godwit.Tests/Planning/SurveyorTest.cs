using Godwit.Planning;
using Xunit;

namespace Godwit.Tests.Planning;

public sealed class SurveyorTest
{
    [Theory]
    [InlineData("assembly:1", Standing.Applied)]
    [InlineData("sha256:1", Standing.Edited)]
    public void A_migration_applied_from_an_assembly_is_not_edited_because_its_file_is_another_kind_of_source(string recorded, Standing standing)
    {
        using var paper = new PaperHistory().File("001_a").Row("001_a", 1, row => row with { Checksum = recorded });

        Assert.Equal(standing, Assert.Single(paper.Survey().Migrations).Standing);
    }
}
