using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>The lock timeout is switched off.</summary>
internal sealed class NoLockTimeout : Rule
{
    internal override string Id => "PG22";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "the lock timeout is switched off";

    internal override string Reason => "A statement that waits for a lock makes everybody behind it wait, without end.";

    internal override string Remedy => "Leave it to Godwit, which gives up after a moment and tries again.";

    internal override string Bad => """
        SET lock_timeout = 0;
        ALTER TABLE posts ADD COLUMN views integer;
        """;

    internal override string Good => "ALTER TABLE posts ADD COLUMN views integer;";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is SettingChanged { Name: "lock_timeout" } changed && changed.Value.Trim('\'') is "0" or "0s" or "0ms" or "DEFAULT" && !IsForIndex(ground)
        ? [new Breach("Everything after it may wait for a lock forever.", "SET lock_timeout = '5s';")]
        : [];

    // It has to be off where an index is built CONCURRENTLY: that waits for everybody else.
    private static bool IsForIndex(Ground ground) => ground.After.FirstOrDefault() is IndexCreated { Concurrently: true } or Reindexed { Concurrently: true } or IndexesDropped { Concurrently: true };
}
