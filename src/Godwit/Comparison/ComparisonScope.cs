namespace Godwit.Comparison;

/// <summary>How much the wanted schema speaks for.</summary>
public enum ComparisonScope
{
    /// <summary>All of it: what it does not have is to go.</summary>
    Everything,

    /// <summary>
    /// Tables as model classes can say them. Views, routines, triggers, sequences, types and extensions that are not mentioned, and
    /// how tables are stored and texts compared stay as they are.
    /// </summary>
    Models,
}
