using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Godwit.Tests.PublicApi;

public sealed class PublicSurfaceTest
{
    private const string Code = """
        #nullable enable
        namespace N;
        public abstract class Shape<T> : System.IDisposable where T : class
        {
            private int hidden;
            internal int Inner() => hidden;
            protected Shape(T? item, int count = 3) { }
            public string? Name { get; init; }
            public int Size { get; private set; }
            public abstract void Dispose();
            public enum Kind { Round, Flat = 4 }
        }
        internal class Hidden { public int Seen; }
        public sealed record Point(int X);
        """;

    private const string Surface = """
        sealed record N.Point : System.IEquatable<N.Point>
            public Point(int X)
            public int X { get; init; }

        abstract class N.Shape<T> where T : class : System.IDisposable
            protected Shape(T? item, int count = 3)
            public abstract void Dispose()
            public int Size { get; private set; }
            public string? Name { get; init; }

        enum N.Shape<T>.Kind
            Flat = 4
            Round = 0

        """;

    [Fact]
    public void Only_what_users_can_name_is_listed()
    {
        var compilation = CSharpCompilation.Create(
            "shapes", [CSharpSyntaxTree.ParseText(Code)], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        Assert.Equal(Surface, PublicSurface.Of(compilation.Assembly));
    }
}
