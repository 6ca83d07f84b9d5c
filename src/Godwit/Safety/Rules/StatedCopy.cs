using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>ALGORITHM=COPY, LOCK=SHARED or LOCK=EXCLUSIVE is asked for.</summary>
internal sealed class StatedCopy : Rule
{
    internal override string Id => "MY03";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.MySql;

    internal override string Title => "ALGORITHM=COPY, LOCK=SHARED or LOCK=EXCLUSIVE is asked for";

    internal override string Reason => "Nobody can write, or with EXCLUSIVE read, until it is done.";

    internal override string Remedy => "Ask for LOCK=NONE: the server refuses where it cannot, and changes nothing.";

    internal override string Bad => "ALTER TABLE posts ADD INDEX posts_title (title), ALGORITHM=COPY;";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is AlterHinted hinted && (hinted.Algorithm is "COPY" || hinted.Lock is "SHARED" or "EXCLUSIVE")
        ? [new Breach($"{hinted.Altered} is locked: {(hinted.Algorithm is "COPY" ? "ALGORITHM=COPY" : $"LOCK={hinted.Lock}")}.", fact.Sql is { } sql ? Loose(sql) + ";" : null)]
        : [];

    private static string Loose(string sql) => Regex.Replace(
        Regex.Replace(sql, @"ALGORITHM\s*=?\s*COPY", "ALGORITHM=INPLACE", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)),
        @"LOCK\s*=?\s*(SHARED|EXCLUSIVE)", "LOCK=NONE", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
}
