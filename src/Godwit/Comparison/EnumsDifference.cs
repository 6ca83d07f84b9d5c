using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>What is different about the enumerated types.</summary>
internal static class EnumsDifference
{
    internal static IEnumerable<Operation> Operations(DatabaseSchema from, DatabaseSchema to)
    {
        var pairs = Pairs(from, to);
        foreach (var type in pairs.Gone) yield return new DropEnum(type.Name) { Old = type };
        foreach (var type in pairs.Added) yield return new CreateEnum(type);
        foreach (var operation in pairs.Both.SelectMany(pair => NewValues(pair.From, pair.To))) yield return operation;
    }

    internal static IEnumerable<UnsupportedChange> Unsupported(DatabaseSchema from, DatabaseSchema to)
    {
        foreach (var (before, after) in Pairs(from, to).Both)
        {
            var gone = before.Values.Where(value => !after.Values.Contains(value)).ToArray();
            if (gone.Length > 0)
            {
                yield return new UnsupportedChange(
                    $"The type {after.Name} has the {(gone.Length == 1 ? "value" : "values")} {string.Join(", ", gone)}, and is not to. No database takes a value out of a type.",
                    "Leave the value in it, or say that it was renamed; or create a new type, change the columns to it, and drop this one.");
            }
            else if (!before.Values.SequenceEqual(after.Values.Where(before.Values.Contains)))
            {
                yield return new UnsupportedChange($"The values of the type {after.Name} stand in another order, and no database moves them.", "Create a new type, change the columns to it, and drop this one.");
            }
        }
    }

    internal static Pairing<EnumType> Pairs(DatabaseSchema from, DatabaseSchema to) => Pairing<EnumType>.By(from.Enums, to.Enums, type => type.Name);

    // One after the other, each beside a value that is there by then.
    private static IEnumerable<Operation> NewValues(EnumType from, EnumType to)
    {
        var present = from.Values.ToList();
        for (var i = 0; i < to.Values.Count; i++)
        {
            var value = to.Values[i];
            if (present.Contains(value)) continue;
            var place = i == 0 ? 0 : present.IndexOf(to.Values[i - 1]) + 1;
            var isLast = place == present.Count;
            yield return new AddEnumValue(to.Name, value) { Before = isLast || i > 0 ? null : present[0], After = isLast || i == 0 ? null : to.Values[i - 1] };
            present.Insert(place, value);
        }
    }
}
