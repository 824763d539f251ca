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
import argparse, shutil, signal, sys, tempfile, threading, time

from running import PROGRAM, Server, Service

PAUSE = 0.02  # Between the answers of one reader: readers that ask without rest leave the writers no core.


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
            status, headers, _ = replicas[0].add()
            if status == 201:
                count("writes", int(headers["Ledger-Position"]))
            else:
                fail(f"write {status}")
            time.sleep(max(0, 4 / rate - (time.monotonic() - began)))

    def read(replica, path):
        tag = None
        while not ended.is_set():
            known = acknowledged[0]
            status, headers, _ = replica.ask("GET", path, headers={"If-None-Match": tag} if tag else {})
            if status not in (200, 304):
                fail(f"{path} {status}")
                continue
            tag = headers["ETag"]
            count("reads")
            if status == 304:
                count("not modified")
            if int(tag.strip('"').split("-")[0]) < known:
                count("stale")
            time.sleep(PAUSE)

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
        status = request().status
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
        isBack = replicas[0].add().status == 201 and all(replica.ask("GET", "/health/ready").status == 200 for replica in replicas)
    print("server stopped: " + ", ".join(f"{name} {status} after {seconds:.1f} s" for name, status, seconds in sorted(took)) +
          f"; back {time.monotonic() - began:.1f} s after it went on: {isBack}")
    return isBack and all(status == 503 and seconds <= 12 for _, status, seconds in took)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--rate", type=int, default=50)
    parser.add_argument("--program", default=PROGRAM)
    given = parser.parse_args()
    folder, replicas = tempfile.mkdtemp(prefix="casualty-replicas-"), []
    server = Server.create(folder)
    try:
        started = time.monotonic()
        replicas = [Service.on(given.program, folder, server).begin() for _ in range(3)]
        for replica in replicas:
            replica.wait_until_ready()
        held = [migrations(server, started), staleness(replicas, given.seconds, given.rate), black_hole(server, replicas)]
    finally:
        for replica in replicas:
            replica.kill()
        server.signal(signal.SIGCONT)
        server.stop()
        shutil.rmtree(folder)
    sys.exit(0 if all(held) else 1)


if __name__ == "__main__":
    main()
