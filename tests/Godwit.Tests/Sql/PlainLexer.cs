using Godwit.Sql;

namespace Godwit.Tests.Sql;

/// <summary>The tokens that all databases share.</summary>
internal sealed class PlainLexer : StandardLexer;
