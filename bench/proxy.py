"""A proxy between a client and its server that counts round trips and PostgreSQL's queries, and can put a fixed delay on each direction."""
import queue
import socket
import threading
import time


class Proxy:
    """Listens on 127.0.0.1:port. A round trip is counted each time the client speaks after the server has."""

    def __init__(self, target_port, delay=0.0):
        self.target_port = target_port
        self.delay = delay
        self.round_trips = 0
        self.queries = 0
        self.connections = 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.listener.close()

    def _accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return      # closed
            server = socket.create_connection(("127.0.0.1", self.target_port))
            self.connections += 1
            Conversation(self, client, server)


class Conversation:
    """One connection. A reading and a writing thread for each direction: the delay moves the stream and does not throttle it."""

    def __init__(self, proxy, client, server):
        self.proxy = proxy
        self.client = client
        self.client_spoke_last = False
        self.messages = Messages()
        for end in (client, server):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._carry(client, server)
        self._carry(server, client)

    def _carry(self, source, destination):
        under_way = queue.SimpleQueue()
        threading.Thread(target=self._read, args=(source, under_way), daemon=True).start()
        threading.Thread(target=self._write, args=(under_way, destination), daemon=True).start()

    def _read(self, source, under_way):
        data = b"more"
        while data:
            try:
                data = source.recv(1 << 17)
            except OSError:
                data = b""
            under_way.put((time.perf_counter() + self.proxy.delay, data))
            if data:
                self._count(source is self.client)
                if source is self.client:
                    self.proxy.queries += self.messages.queries_in(data)

    def _count(self, client_speaks):
        if client_speaks and not self.client_spoke_last:
            self.proxy.round_trips += 1
        self.client_spoke_last = client_speaks

    @staticmethod
    def _write(under_way, destination):
        data = b"more"
        while data:
            due, data = under_way.get()
            time.sleep(max(0.0, due - time.perf_counter()))
            try:
                destination.sendall(data) if data else destination.shutdown(socket.SHUT_WR)
            except OSError:
                return      # the other end is gone


class Messages:
    """
    What a client of PostgreSQL says (manual, "Message Formats"). A query is a Query or an Execute. Before it says who it is, which has no
    kind, it may ask for encryption as often as it likes. Of other databases nothing is counted.
    """

    ENCRYPTION = (80877103, 80877104)

    def __init__(self):
        self.pending = b""
        self.kind_length = 0

    def queries_in(self, data):
        self.pending += data
        queries = 0
        while (message := self._next()) is not None:
            if self.kind_length == 0 and int.from_bytes(message[4:8], "big") not in self.ENCRYPTION:
                self.kind_length = 1
            elif message[:1] in (b"Q", b"E"):
                queries += 1
        return queries

    def _next(self):
        start = self.kind_length
        length = start + int.from_bytes(self.pending[start:start + 4], "big")
        if len(self.pending) < max(length, start + 4):
            return None
        message, self.pending = self.pending[:length], self.pending[length:]
        return message
