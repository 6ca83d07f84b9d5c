using System.Text.Json;
using Godwit.Execution;
using Godwit.Migrations;

namespace Godwit.Cli.Rendering;

/// <summary>The SQL that would run.</summary>
internal sealed class SqlScreen(IReadOnlyList<StepSql> steps) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        if (steps.Count == 0) output.Line("-- nothing to do");
        foreach (var step in steps)
        {
            output.Line($"-- {(step.Step.Direction is Direction.Up ? "apply" : "undo")} {step.Step.Id}", Style.Faint);
            if (step.Transactions.Length > 1) output.Line("-- in several transactions, each journaled: not all of it can be in one", Style.Faint);
            foreach (var statement in step.Transactions.SelectMany(part => part)) output.Line(statement.Text + ";");
            output.Line();
        }
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray("steps");
        foreach (var step in steps)
        {
            json.WriteStartObject();
            json.WriteString("migration", step.Step.Id);
            json.WriteString("direction", CodeText.Of(step.Step.Direction));
            json.WriteStartArray("transactions");
            foreach (var part in step.Transactions)
            {
                json.WriteStartArray();
                foreach (var statement in part) json.WriteStringValue(statement.Text);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
