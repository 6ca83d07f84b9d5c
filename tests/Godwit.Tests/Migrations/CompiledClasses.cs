using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Godwit.Tests.Migrations;

/// <summary>Classes as an application's build compiles them.</summary>
internal static class CompiledClasses
{
    private static readonly MetadataReference[] Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static Assembly Of(params (string Path, string Text)[] files)
    {
        var trees = files.Select(file => CSharpSyntaxTree.ParseText("using Godwit;\n" + file.Text, path: file.Path));
        var compilation = CSharpCompilation.Create(
            "app" + Guid.NewGuid().ToString("N"), trees, Platform, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(stream.ToArray());
    }

    /// <summary>A class that is a migration.</summary>
    public static string Migration(string name, string attributes = "[Migration]") =>
        $"{attributes} class {name} : Migration {{ public override void Up(SchemaBuilder schema) {{ }} }}";
}
