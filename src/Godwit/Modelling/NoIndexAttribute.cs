namespace Godwit;

/// <summary>
/// The key of a reference has no index: <c>[NoIndex]</c>, on the reference. By itself it has one, because without it every deletion of the row that
/// is referred to reads the whole table.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NoIndexAttribute : Attribute;
