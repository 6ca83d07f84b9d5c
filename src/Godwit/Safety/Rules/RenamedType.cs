using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A value of an enum, or a schema, gets another name.</summary>
internal sealed class RenamedType : Rule
{
    internal override string Id => "BC03";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "a value of an enum, or a schema, gets another name";

    internal override string Reason => "Released programs write and ask for the old name and fail.";

    internal override string Remedy => "Add the new value or schema, move over, and let the old one rest.";

    internal override string Bad => "ALTER TYPE state RENAME VALUE 'draft' TO 'planned';";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact switch
    {
        EnumValueRenamed renamed => [new Breach($"The value {renamed.From} of {renamed.Type} is called {renamed.To} from now on.",
            $"ALTER TYPE {renamed.Type} ADD VALUE {renamed.To} AFTER {renamed.From};")],
        NamespaceRenamed renamed => [new Breach($"The schema {renamed.From} is called {renamed.To} from now on.", $"CREATE SCHEMA {renamed.To};")],
        _ => [],
    };
}
