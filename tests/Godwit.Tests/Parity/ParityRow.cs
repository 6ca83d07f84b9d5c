namespace Godwit.Tests.Parity;

/// <summary>A row of docs/parity.md.</summary>
/// <param name="Number">Its number: <c>A3</c>.</param>
/// <param name="Promise">What is promised.</param>
/// <param name="Proof">The last cell.</param>
internal sealed record ParityRow(string Number, string Promise, string Proof)
{
    /// <summary>The row in a line of the page; null for a line that is none.</summary>
    internal static ParityRow? Parse(string line)
    {
        var cells = line.Split('|');
        return cells is ["", var number, .. var promise, var proof, ""] && IsNumber(number.Trim())
            ? new ParityRow(number.Trim(), string.Join('|', promise).Trim(), proof.Trim())
            : null;
    }

    public override string ToString() => $"| {Number} | {Promise} | {Proof} |";

    private static bool IsNumber(string cell) => cell.Length > 1 && char.IsAsciiLetterUpper(cell[0]) && cell.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
