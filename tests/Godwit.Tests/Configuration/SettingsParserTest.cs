using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Godwit.Configuration;
using Xunit;

namespace Godwit.Tests.Configuration;

public sealed class SettingsParserTest
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true };

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\"", "\"\\n\"", "\"\\u00e9\"", "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"", "\"\\u12\"", "\"\\x\"", "\"",
        "0", "-1", "1.5", "2e10", "01", "1.", "-", ".5", "1e", "true", "false", "null", "nul", " ", "\n", "\t", "é",
    ];

    [Fact]
    public void It_accepts_and_refuses_what_the_base_library_does() =>
        Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Elements(Pieces))), pieces => Agrees(string.Concat(pieces))).QuickCheckThrowOnFailure();

    [Fact]
    public void It_reads_documents_as_the_base_library_does() =>
        Prop.ForAll(Arb.From(Gen.Sized(size => Document(Math.Min(size, 30)))), Agrees).QuickCheckThrowOnFailure();

    [Fact]
    public void It_reads_damaged_documents_as_the_base_library_does()
    {
        var damaged = from text in Gen.Sized(size => Document(Math.Min(size, 30)))
                      from place in Gen.Choose(0, text.Length)
                      from piece in Gen.Elements(Pieces)
                      select text.Insert(place, piece);

        Prop.ForAll(Arb.From(damaged), Agrees).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("/* a * / */")]
    [InlineData("// x\n")]
    [InlineData("/**/ //\r\n")]
    public void Comments_may_stand_wherever_space_may(string space)
    {
        var root = Parse("_{_\"a\"_:_[_1_,_\"// no comment\"_,_]_,_\"b\"_:_{_}_}_".Replace("_", space, StringComparison.Ordinal));

        Assert.Equal(["1", "// no comment"], root.Find("a")!.Children.Select(item => item.Text));
        Assert.Empty(root.Find("b")!.Children);
    }

    [Theory]
    [InlineData("", "1:1", "the file ends where a value is expected")]
    [InlineData("{\n  \"a\": 1\n  \"b\": 2 }", "3:3", "a comma or } is expected")]
    [InlineData("{ \"a\" 1 }", "1:7", "a colon is expected")]
    [InlineData("{ a: 1 }", "1:3", "a key in double quotes")]
    [InlineData("{ \"a\": yes }", "1:8", "texts stand in double quotes")]
    [InlineData("{ \"a\": 'x' }", "1:8", "texts stand in double quotes")]
    [InlineData("{ \"a\": \"x\n\" }", "1:10", "may not contain a line end")]
    [InlineData("{ \"a\": \"x", "1:8", "a quote is not closed")]
    [InlineData("{ \"a\": \"C:\\dir\" }", "1:12", "a backslash must be followed by")]
    [InlineData("{ \"é\": [1, 2 }", "1:14", "a comma or ] is expected")]
    [InlineData("{ /* x }", "1:3", "a comment is not closed")]
    [InlineData("{} x", "1:4", "something after the end")]
    [InlineData("{ \"a\": 1, ", "1:11", "the file ends where")]
    public void A_mistake_is_shown_with_its_place(string json, string place, string reason)
    {
        var error = Assert.Throws<GodwitException>(() => Parse(json));

        Assert.Equal(ErrorCode.InvalidSettings, error.Code);
        Assert.Equal($"godwit.json:{place}", error.Location!.ToString());
        Assert.Contains(reason, error.Message);
    }

    [Fact]
    public void Values_nested_too_deep_are_refused()
    {
        Assert.Throws<GodwitException>(() => Parse(new string('[', 100_000)));
        Assert.NotNull(Parse(new string('[', 64) + new string(']', 64)));
    }

    private static Setting Parse(string json) => SettingsParser.Parse(new TextFile("godwit.json", json));

    private static bool Agrees(string json)
    {
        Setting? own = null;
        try
        {
            own = Parse(json);
        }
        catch (GodwitException e) when (e.Message.Contains("given twice", StringComparison.Ordinal))
        {
            return true; // the one thing that is stricter
        }
        catch (GodwitException)
        {
            return !IsValid(json);
        }

        using var document = JsonDocument.Parse(json, Lenient);
        return IsSame(own, document.RootElement);
    }

    private static bool IsValid(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return !HasHalfCharacter(document.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // JsonDocument finds half a surrogate pair only when the text is asked for.
    private static bool HasHalfCharacter(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(member => Fails(() => member.Name) || HasHalfCharacter(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(HasHalfCharacter),
        JsonValueKind.String => Fails(() => element.GetString()!),
        _ => false,
    };

    private static bool Fails(Func<string> read)
    {
        try
        {
            return read().Length < 0;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static bool IsSame(Setting own, JsonElement other) => other.ValueKind switch
    {
        JsonValueKind.Object => own.Kind == SettingKind.Group
            && other.EnumerateObject().All(member => own.Find(member.Name) is { } found && IsSame(found, member.Value)),
        JsonValueKind.Array => own.Kind == SettingKind.List && other.GetArrayLength() == own.Children.Count
            && other.EnumerateArray().Select((item, i) => IsSame(own.Children[i], item)).All(same => same),
        JsonValueKind.String => own.Kind == SettingKind.Text && own.Text == other.GetString(),
        JsonValueKind.Number => own.Kind == SettingKind.Number && own.Text == other.GetRawText(),
        _ => own.Kind == SettingKind.Word && own.Text == other.GetRawText(),
    };

    private static Gen<string> Document(int size)
    {
        var scalar = Gen.Elements("1", "-0.25e+3", "true", "null", "\"\"", "\"a\\\\b \\u00e9 é\"");
        if (size < 2) return scalar;
        var space = Gen.Elements("", " ", "\n", "\r\n", "\t");
        var list = from items in Gen.ListOf(Document(size / 3), 3) from gap in space select $"[{gap}{string.Join($",{gap}", items)}{gap}]";
        var group = from items in Gen.ListOf(Document(size / 3), 3)
                    from gap in space
                    from comma in Gen.Elements("", ",")
                    select $"{{{gap}{string.Join(",", items.Select((item, i) => $"{gap}\"k{i}\"{gap}:{gap}{item}"))}{comma}{gap}}}";
        return Gen.OneOf(scalar, list, group);
    }
}
