using System.Collections.Immutable;
using Godwit.Migrations;

namespace Godwit.Planning;

/// <summary>The migrations that another branch has already.</summary>
/// <param name="Branch">The branch, as people call it.</param>
/// <param name="Ids">Their ids.</param>
public sealed record Published(string Branch, ImmutableHashSet<MigrationId> Ids);
