using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>What is different about the things that the model has no words for.</summary>
internal static class NativeDifference
{
    internal static Operation Creation(NativeObject made) => new RunSql(made.Definition) { Makes = made };

    internal static IEnumerable<UnsupportedChange> Unsupported(DatabaseSchema from, DatabaseSchema to) =>
        from.Natives.Except(to.Natives).Select(gone => new UnsupportedChange(
            to.Natives.Any(other => other.Description == gone.Description)
                ? $"The {gone.Description} is to be another."
                : $"There is the {gone.Description}, and there is to be none.",
            "Write what drops or changes it with schema.Sql."));
}
