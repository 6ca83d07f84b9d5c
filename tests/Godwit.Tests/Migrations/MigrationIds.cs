using FsCheck;
using FsCheck.Fluent;
using Godwit.Migrations;

namespace Godwit.Tests.Migrations;

/// <summary>Ids of all namings, many of them alike.</summary>
internal static class MigrationIds
{
    private static readonly string[] Starts =
    [
        "1", "01", "001", "2", "10", "1_2", "V1.2", "V1_10", "20260215", "20260215_02", "2026_02_15_143022", "123456789012345678901234",
        "R__", "V", "",
    ];

    private static readonly string[] Ends = ["", "_a", "_b", "__a", "-a", "_A", "a", "_2a", "_ab"];

    private static Gen<MigrationId> Generator =>
        from start in Gen.Elements(Starts)
        from end in Gen.Elements(Ends)
        select new MigrationId(start + end);

    public static Arbitrary<MigrationId> Arbitrary => Arb.From(Generator);

    public static Arbitrary<(MigrationId, MigrationId, MigrationId)> Three(this Arbitrary<MigrationId> ids) => Arb.From(
        from a in ids.Generator from b in ids.Generator from c in ids.Generator select (a, b, c));

    public static Arbitrary<MigrationId[]> Array(this Arbitrary<MigrationId> ids) => Arb.From(ids.Generator.ArrayOf());
}
