"""Throw-away database servers: own data directory, 127.0.0.1, a free port, stopped at the end. Durability as the server has it."""
import contextlib
import glob
import os
import pwd
import shutil
import socket
import subprocess
import time


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def as_user(user):
    """Database servers refuse to run as root."""
    if os.getuid() != 0:
        return []
    account = pwd.getpwnam(user)
    return ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]


def own(directory, user):
    os.makedirs(directory)
    if os.getuid() == 0:
        shutil.chown(directory, user)


def run(command):
    done = subprocess.run(command, capture_output=True, text=True, cwd="/")
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def newest(*candidates):
    """The program of the newest version that is installed, or None."""
    found = [path for pattern in candidates for path in (glob.glob(pattern) if "/" in pattern else [shutil.which(pattern)]) if path]
    return max(found, key=lambda path: [int(part) if part.isdigit() else 0 for part in path.split("/")]) if found else None


@contextlib.contextmanager
def postgresql(directory, *settings):
    """Yields the port, or None where there is no server to start. Settings are NAME=VALUE."""
    program = newest("/usr/lib/postgresql/*/bin/pg_ctl", "pg_ctl")
    if program is None:
        yield None
        return
    programs = os.path.dirname(program)
    own(directory, "postgres")
    data, port = f"{directory}/data", free_port()
    control = [*as_user("postgres"), f"{programs}/pg_ctl", "-w", "-D", data]
    run([*as_user("postgres"), f"{programs}/initdb", "-D", data, "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"])
    options = " ".join(["-p", str(port), *(f"-c {setting}" for setting in ("listen_addresses=127.0.0.1", f"unix_socket_directories={directory}", *settings))])
    run([*control, "-l", f"{directory}/log", "-o", options, "start"])
    try:
        yield port
    finally:
        run([*control, "-m", "fast", "stop"])


@contextlib.contextmanager
def mariadb(directory):
    """Yields the port, or None where there is no server to start."""
    program = newest("mariadbd", "/usr/sbin/mariadbd")
    if program is None:
        yield None
        return
    own(directory, "mysql")
    data, port = f"{directory}/data", free_port()
    run([*as_user("mysql"), "mariadb-install-db", "--no-defaults", f"--datadir={data}", "--auth-root-authentication-method=normal"])
    with open(f"{directory}/log", "w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [*as_user("mysql"), program, "--no-defaults", f"--datadir={data}", f"--port={port}", "--bind-address=127.0.0.1",
             f"--socket={directory}/socket"], stdout=log, stderr=log, cwd="/")
    try:
        wait_for(port, server)
        yield port
    finally:
        server.terminate()
        server.wait()


def wait_for(port, server):
    for _ in range(300):
        if server.poll() is not None:
            raise RuntimeError("the server ended before it answered")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise RuntimeError("the server did not answer for half a minute")
