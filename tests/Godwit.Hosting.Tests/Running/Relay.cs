using System.Net;
using System.Net.Sockets;

namespace Godwit.Hosting.Tests.Running;

/// <summary>A port that leads to a server, once it is opened.</summary>
internal sealed class Relay : IDisposable
{
    private readonly IPEndPoint server;
    private readonly CancellationTokenSource closed = new();
    private TcpListener? listener;

    /// <param name="host">The server's address.</param>
    /// <param name="port">The server's port.</param>
    public Relay(string host, int port)
    {
        server = new IPEndPoint(IPAddress.Parse(host), port);
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Port = ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>A port at which nobody answers before the relay is opened.</summary>
    public int Port { get; }

    public void Open()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        _ = AcceptAsync();
    }

    public void Dispose()
    {
        closed.Cancel();
        listener?.Dispose();
        closed.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = PassAsync(await listener!.AcceptTcpClientAsync(closed.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // the test is over
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using (client)
        using (var there = new TcpClient())
        {
            await there.ConnectAsync(server, closed.Token);
            var (near, far) = (client.GetStream(), there.GetStream());
            await Task.WhenAny(near.CopyToAsync(far, closed.Token), far.CopyToAsync(near, closed.Token));
        }
    }
}
