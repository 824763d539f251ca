#!/usr/bin/env python3
"""Runs three replicas on one PostgreSQL, and counts what they promise: one migration, no stale answer, and a 503 in time when the server is away.

    dotnet build -c Release src/CasualtyApi
    tests/replicas.py [--seconds 300] [--rate 50] [--program .artifacts/bin/CasualtyApi/release/CasualtyApi.dll]

1. Three start at once on an empty database: all are ready, and each migration was made once.
2. Documents are added through the first; the others are asked with If-None-Match. An answer is stale if it is of an earlier position than a
   change that was acknowledged before it was asked for.
3. All processes of the server are stopped (SIGSTOP) for 20 s: every request answers 503 within 12 s. Then they go on, and so does the service.

Needs Debian's package postgresql. Exit code 0: all of it held. Only the standard library is needed.
"""
import argparse, http.client, json, os, random, shutil, signal, socket, subprocess, sys, tempfile, threading, time

KEY = "the-admin-key-of-a-test-of-replicas"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A private PostgreSQL that keeps what it acknowledged, as a real one does."""

    def __init__(self, folder):
        self.folder, self.port = os.path.join(folder, "server"), free_port()
        self.bin = os.path.join("/usr/lib/postgresql", sorted(os.listdir("/usr/lib/postgresql"), key=int)[-1], "bin")
        self.prefix = []
        if os.geteuid() == 0:
            os.chmod(folder, 0o755)
            os.makedirs(self.folder)
            shutil.chown(self.folder, "postgres")
            self.prefix = ["runuser", "-u", "postgres", "--"]
        self.run("initdb", "-D", self.folder, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8")
        self.run("pg_ctl", "-D", self.folder, "-w", "-l", os.path.join(self.folder, "log"), "-o",
                 f"-c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories={self.folder} -c max_connections=300", "start")
        self.sql("CREATE DATABASE casualty", "postgres")

    def run(self, tool, *arguments):
        subprocess.run(self.prefix + [os.path.join(self.bin, tool), *arguments], check=True, stdout=subprocess.DEVNULL)

    def sql(self, text, database="casualty"):
        return subprocess.run([os.path.join(self.bin, "psql"), "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-d", database, "-Atc", text],
                              check=True, capture_output=True, text=True).stdout.strip()

    def processes(self):
        with open(os.path.join(self.folder, "postmaster.pid")) as file:
            first = int(file.readline())
        children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(first)], capture_output=True, text=True).stdout.split()
        return [first, *map(int, children)]

    def signal(self, number):
        for process in self.processes():
            try:
                os.kill(process, number)
            except ProcessLookupError:
                pass

    def stop(self):
        self.run("pg_ctl", "-D", self.folder, "-m", "immediate", "stop")


class Replica:
    def __init__(self, program, server, folder):
        self.port = free_port()
        environment = {**os.environ, "Database__Provider": "postgres", "Seeds__Path": "", "CASUALTY_ADMIN_KEY": KEY,
                       "Database__ConnectionString": f"Host=127.0.0.1;Port={server.port};Username=postgres;Database=casualty",
                       "Ledger__SigningKeyFile": os.path.join(folder, "signing.key"), "Serilog__MinimumLevel__Default": "Fatal"}
        for kind in ("Reads", "Writes", "KeyReads", "KeyWrites"):
            environment[f"RateLimits__{kind}PerMinute"] = "100000000"
        self.process = subprocess.Popen(["dotnet", program, "--urls", f"http://127.0.0.1:{self.port}"], env=environment, stdout=subprocess.DEVNULL)

    def wait_until_ready(self):
        for _ in range(600):
            if self.process.poll() is not None:
                sys.exit(f"A replica ended with {self.process.returncode} at its start.")
            try:
                if self.ask("GET", "/health/ready")[0] == 200:
                    return
            except OSError:
                pass
            time.sleep(0.1)
        sys.exit("A replica does not get ready.")

    def ask(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            answer.read()
            return answer.status, dict(answer.getheaders())
        finally:
            connection.close()

    def add(self):
        text = f"Unit {random.getrandbits(64):x} lost {random.randrange(2, 900)} soldiers near the river, the ministry said."
        return self.ask("POST", "/api/v1/documents", json.dumps({"text": text}),
                        {"Content-Type": "application/json", "Authorization": f"Bearer {KEY}"})


def migrations(server, started):
    made = server.sql('SELECT count(*) || \' \' || count(DISTINCT "MigrationId") FROM "__EFMigrationsHistory"').split()
    print(f"3 replicas at once on an empty database: ready after {time.monotonic() - started:.1f} s, {made[0]} migrations, each once: {made[0] == made[1]}")
    return made[0] == made[1] and made[0] != "0"


def staleness(replicas, seconds, rate):
    lock, acknowledged, ended = threading.Lock(), [0], threading.Event()
    counts, failures = {"writes": 0, "reads": 0, "not modified": 0, "stale": 0, "failed": 0}, set()

    def count(what, position=0):
        with lock:
            counts[what] += 1
            acknowledged[0] = max(acknowledged[0], position)

    def fail(what):
        count("failed")
        with lock:
            failures.add(what)

    def write():
        while not ended.is_set():
            began = time.monotonic()
            status, headers = replicas[0].add()
            if status == 201:
                count("writes", int(headers["Ledger-Position"]))
            else:
                fail(f"write {status}")
            time.sleep(max(0, 4 / rate - (time.monotonic() - began)))

    def read(replica, path):
        tag = None
        while not ended.is_set():
            known = acknowledged[0]
            status, headers = replica.ask("GET", path, headers={"If-None-Match": tag} if tag else {})
            if status not in (200, 304):
                fail(f"{path} {status}")
                continue
            tag = headers["ETag"]
            count("reads")
            if status == 304:
                count("not modified")
            if int(tag.strip('"').split("-")[0]) < known:
                count("stale")

    paths = ["/api/v1/claims?limit=5", "/api/v1/claims/facets", "/api/v1/documents?limit=3", "/api/v1/sources?limit=3"]
    # The first change of a process waits until its code is compiled; those that stand behind it meanwhile would be told to come back.
    replicas[0].add()
    threads = [threading.Thread(target=write) for _ in range(4)]
    threads += [threading.Thread(target=read, args=(replica, path)) for replica in replicas[1:] for path in paths[:2]]
    threads += [threading.Thread(target=read, args=(replicas[1], path)) for path in paths[2:]]
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    ended.set()
    for thread in threads:
        thread.join()
    print(f"{seconds} s: " + ", ".join(f"{number} {what}" for what, number in counts.items()) + "".join(f"; {failure}" for failure in sorted(failures)))
    return counts["stale"] == 0 and counts["failed"] == 0 and counts["writes"] > 0 and counts["reads"] > 0


def black_hole(server, replicas):
    server.signal(signal.SIGSTOP)
    took, lock = [], threading.Lock()

    def ask(name, request):
        began = time.monotonic()
        status, _ = request()
        with lock:
            took.append((name, status, time.monotonic() - began))

    requests = [("write", replicas[0].add), ("ready", lambda: replicas[1].ask("GET", "/health/ready")),
                ("search", lambda: replicas[1].ask("GET", "/api/v1/claims?limit=1&q=river")),
                ("sources", lambda: replicas[2].ask("GET", "/api/v1/sources?limit=1"))] * 2
    threads = [threading.Thread(target=ask, args=request) for request in requests]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    server.signal(signal.SIGCONT)
    began, isBack = time.monotonic(), False
    while not isBack and time.monotonic() - began < 30:
        isBack = replicas[0].add()[0] == 201 and all(replica.ask("GET", "/health/ready")[0] == 200 for replica in replicas)
    print("server stopped: " + ", ".join(f"{name} {status} after {seconds:.1f} s" for name, status, seconds in sorted(took)) +
          f"; back {time.monotonic() - began:.1f} s after it went on: {isBack}")
    return isBack and all(status == 503 and seconds <= 12 for _, status, seconds in took)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--rate", type=int, default=50)
    parser.add_argument("--program", default=".artifacts/bin/CasualtyApi/release/CasualtyApi.dll")
    given = parser.parse_args()
    folder, replicas = tempfile.mkdtemp(prefix="casualty-replicas-"), []
    server = Server(folder)
    try:
        started = time.monotonic()
        replicas = [Replica(given.program, server, folder) for _ in range(3)]
        for replica in replicas:
            replica.wait_until_ready()
        held = [migrations(server, started), staleness(replicas, given.seconds, given.rate), black_hole(server, replicas)]
    finally:
        for replica in replicas:
            replica.process.kill()
        server.signal(signal.SIGCONT)
        server.stop()
        shutil.rmtree(folder)
    sys.exit(0 if all(held) else 1)


if __name__ == "__main__":
    main()
