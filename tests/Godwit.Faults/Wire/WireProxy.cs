using System.Net;
using System.Net.Sockets;

namespace Godwit.Faults.Wire;

/// <summary>
/// Stands between a runner and its server, passes on what they say, numbers the runner's messages, and breaks what it is told to at
/// one of them. The product itself has no place at which it could be told to fail.
/// </summary>
internal sealed class WireProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly List<Task> connections = [];
    private readonly Func<IFrames> frames;
    private readonly Cut? cut;
    private readonly Task accepting;
    private int moments;

    /// <summary>A proxy before a server.</summary>
    /// <param name="port">The server's port on this machine.</param>
    /// <param name="frames">The protocol.</param>
    /// <param name="cut">Where to break; null to count only.</param>
    internal WireProxy(int port, Func<IFrames> frames, Cut? cut)
    {
        this.frames = frames;
        this.cut = cut;
        listener.Start();
        accepting = AcceptAsync(port);
    }

    /// <summary>The port that the runner is to connect to.</summary>
    internal int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The messages seen so far.</summary>
    internal int Moments => Volatile.Read(ref moments);

    /// <summary>What breaks, before the connections do. Set before the runner starts.</summary>
    internal Action OnCut { get; set; } = () => { };

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(connections);
        closing.Dispose();
    }

    private async Task AcceptAsync(int port)
    {
        try
        {
            while (true) connections.Add(PassAsync(await listener.AcceptSocketAsync(closing.Token), port));
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException)
        {
            // disposed of
        }
    }

    private async Task PassAsync(Socket client, int port)
    {
        using var near = client;
        using var far = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        var link = new Link(near, far);
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, port, closing.Token);
            var back = AnswersAsync(link);
            await MessagesAsync(link);
            far.Shutdown(SocketShutdown.Send);
            await back;
        }
        catch (Exception broken) when (broken is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // either end is gone, and so is the other now
        }
    }

    private async Task MessagesAsync(Link link)
    {
        var rules = frames();
        var buffer = new byte[1 << 16];
        var (start, end) = (0, 0);
        while (true)
        {
            while (rules.Length(buffer.AsSpan(start, end - start)) is { } length && length <= end - start)
            {
                await MessageAsync(link, buffer.AsMemory(start, length), rules.IsMoment(buffer.AsSpan(start, length)));
                start += length;
            }

            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var read = await link.Near.ReceiveAsync(buffer.AsMemory(end), closing.Token);
            if (read == 0) return;
            end += read;
        }
    }

    private async Task MessageAsync(Link link, ReadOnlyMemory<byte> message, bool isMoment)
    {
        var here = isMoment && Interlocked.Increment(ref moments) == cut?.Moment ? cut : null;
        if (here?.Side is CutSide.Before) Break(link);
        if (here?.Side is CutSide.Within) message = message[..(message.Length / 2)];
        if (here?.Side is CutSide.Answered) link.IsDeaf = true;
        await SendAsync(link.Far, message);
        if (here is null || here.Side is CutSide.Answered) return;
        if (here.Delay > TimeSpan.Zero) await Task.Delay(here.Delay, closing.Token);
        Break(link);
    }

    private async Task AnswersAsync(Link link)
    {
        var buffer = new byte[1 << 16];
        while (await link.Far.ReceiveAsync(buffer, closing.Token) is > 0 and var read)
        {
            if (link.IsDeaf) Break(link);
            await SendAsync(link.Near, buffer.AsMemory(0, read));
        }

        // the server has ended the connection
        link.Close();
    }

    private void Break(Link link)
    {
        OnCut();
        link.Close();
        throw new OperationCanceledException("cut");
    }

    private async Task SendAsync(Socket socket, ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0) bytes = bytes[await socket.SendAsync(bytes, closing.Token)..];
    }

    private sealed class Link(Socket near, Socket far)
    {
        internal Socket Near => near;

        internal Socket Far => far;

        /// <summary>Whether the next answer reaches nobody.</summary>
        internal bool IsDeaf { get; set; }

        internal void Close()
        {
            near.Close();
            far.Close();
        }
    }
}
