using FsCheck;
using FsCheck.Fluent;
using Godwit.Migrations;
using Xunit;

namespace Godwit.Tests.Migrations;

public sealed class MigrationVersionTest
{
    [Theory]
    [InlineData("001_create_users", "001")]
    [InlineData("20260215_add_index", "20260215")]
    [InlineData("20260215_02_add_index", "20260215_02")]
    [InlineData("2025_01_06_143022_create_posts", "2025_01_06_143022")]
    [InlineData("2025-01-06-143022-create-posts", "2025-01-06-143022")]
    [InlineData("20250106143022_create_posts", "20250106143022")]
    [InlineData("V1_2__create_posts", "1_2")]
    [InlineData("V1.2__create_posts", "1.2")]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("001_2fa", "001")]
    [InlineData("V1__2_factors", "1")]
    [InlineData("001create", "")]
    [InlineData("create_posts", "")]
    [InlineData("V_x", "")]
    [InlineData("R__views", "")]
    [InlineData("", "")]
    public void The_version_is_the_digits_and_separators_at_the_beginning(string id, string version) =>
        Assert.Equal(version, new MigrationId(id).Version.Text);

    [Theory]
    [InlineData("2", "10")]
    [InlineData("1_2", "1_10")]
    [InlineData("1", "1_1")]
    [InlineData("99999999999999999999", "100000000000000000000")]
    [InlineData("9", "00000000000000000000000000000010")]
    [InlineData("20260215", "20260215_02")]
    public void Versions_are_compared_number_by_number_whatever_their_length(string lower, string higher)
    {
        Assert.True(MigrationVersion.At(lower).CompareTo(MigrationVersion.At(higher)) < 0);
        Assert.True(MigrationVersion.At(higher).CompareTo(MigrationVersion.At(lower)) > 0);
    }

    [Theory]
    [InlineData("1_2", "1.2")]
    [InlineData("001", "1")]
    [InlineData("V1", "01")]
    [InlineData("000", "0")]
    public void Versions_with_the_same_numbers_are_the_same(string left, string right)
    {
        Assert.Equal(MigrationVersion.At(left), MigrationVersion.At(right));
        Assert.Equal(MigrationVersion.At(left).GetHashCode(), MigrationVersion.At(right).GetHashCode());
    }

    [Theory]
    [InlineData("20260215_x", true)]
    [InlineData("2026_02_15_x", true)]
    [InlineData("2026-02-15-x", true)]
    [InlineData("20261315_x", false)]
    [InlineData("20260215_02_x", false)]
    [InlineData("20260215143022_x", false)]
    [InlineData("001_x", false)]
    public void A_version_is_a_day_when_it_is_a_date_and_nothing_finer(string id, bool isDay) =>
        Assert.Equal(isDay, new MigrationId(id).Version.IsDay);

    [Fact]
    public void The_order_of_ids_is_total() => Prop.ForAll(
        MigrationIds.Arbitrary.Three(),
        ids =>
        {
            var (a, b, c) = ids;
            Assert.Equal(Math.Sign(a.CompareTo(b)), -Math.Sign(b.CompareTo(a)));
            Assert.Equal(a.CompareTo(b) == 0, a.Equals(b));
            if (a.CompareTo(b) <= 0 && b.CompareTo(c) <= 0) Assert.True(a.CompareTo(c) <= 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void The_order_of_ids_does_not_depend_on_how_they_come() => Prop.ForAll(
        MigrationIds.Arbitrary.Array(),
        Arb.From(Gen.Choose(0, int.MaxValue)),
        (ids, seed) =>
        {
            var shuffled = (MigrationId[])ids.Clone();
            new Random(seed).Shuffle(shuffled);
            Array.Sort(ids);
            Array.Sort(shuffled);
            Assert.Equal(ids, shuffled);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
