namespace Godwit.Cli.Commands;

/// <summary>A verb as the overview lists it; the verb itself is made only when it is called.</summary>
/// <param name="Name">Its name, with a colon: <c>migrate:status</c>.</param>
/// <param name="Aliases">Its other names.</param>
/// <param name="Group">The heading under which it is listed.</param>
/// <param name="Summary">What it does, in one sentence.</param>
/// <param name="Create">Makes it.</param>
internal sealed record VerbEntry(string Name, string[] Aliases, string Group, string Summary, Func<Verb> Create);
