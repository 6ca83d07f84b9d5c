using System.Reflection;
using System.Text.RegularExpressions;
using Godwit.Tests.Architecture;
using Xunit;

namespace Godwit.Tests.Authoring;

/// <summary>The guide names all that can be written.</summary>
public sealed partial class SchemaBuilderGuideTest
{
    private static readonly Type[] Builders =
    [
        typeof(SchemaBuilder), typeof(CreateTableBlueprint), typeof(AlterTableBlueprint), typeof(ColumnBuilder), typeof(IndexBuilder), typeof(IndexPartBuilder),
        typeof(PrimaryKeyBuilder), typeof(UniqueBuilder), typeof(ForeignKeyBuilder), typeof(CheckBuilder), typeof(ExclusionBuilder), typeof(ViewBuilder),
        typeof(SequenceBuilder), typeof(SequenceChangeBuilder), typeof(EnumValueBuilder), typeof(RoutineBuilder), typeof(DropRoutineBuilder),
        typeof(DropTableBuilder), typeof(DropIndexBuilder), typeof(DropConstraintBuilder),
    ];

    [Fact]
    public void Every_method_is_in_the_guide()
    {
        var named = Word().Matches(Repository.Read("docs/schema-builder.md")).Select(match => match.Value).ToHashSet();
        Findings.AssertNone(
            from builder in Builders
            from method in builder.GetMethods(BindingFlags.Public | BindingFlags.Instance)
            where method.DeclaringType != typeof(object) && !method.IsSpecialName && !named.Contains(method.Name)
            select $"{builder.Name}.{method.Name} is not in docs/schema-builder.md");
    }

    [GeneratedRegex(@"\b[A-Z]\w+")]
    private static partial Regex Word();
}
