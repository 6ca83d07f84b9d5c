using Godwit.Cli.Commands;
using Godwit.Cli.Rendering;

namespace Godwit.Cli;

/// <summary>The godwit command.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        // answered before anything else is loaded: it is what scripts ask first
        if (args is ["--version"])
        {
            Console.Out.WriteLine(Product.Version);
            return (int)ExitCode.Done;
        }

        using var interrupt = new Interrupt();
        var terminal = Terminal.OfProcess();
        return (int)await new CommandLine(terminal, Surroundings.OfProcess).RunAsync(args, interrupt.Token);
    }
}
