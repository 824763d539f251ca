#!/usr/bin/env python3
"""Serves a mixed load for some minutes under a memory limit, and says each minute what the service has taken: memory, handles and WAL have to stay flat, and no answer is a 5xx.

    dotnet build -c Release src/CasualtyApi
    tests/soak.py [--minutes 30] [--megabytes 512] [--rate 5] [--database FILE] [--program .artifacts/bin/CasualtyApi/release/CasualtyApi.dll]

One client adds documents (--rate a second) and reviews what they claim; six read: lists, searches, facets, timelines, comparisons, earlier moments, exports,
pages, texts that are tried, and conditional requests. --database names a ledger to begin with; a copy of it is used.

The limit is a memory cgroup, where root may make one (version 1 or 2): it counts files in memory as well, and whoever goes beyond it is killed.
Elsewhere it is the runtime's own (DOTNET_GCHeapHardLimit, three quarters of it), which counts its heap alone.

Flat is: on the average of the last third, at most a tenth above that of the third before. Exit code 0: all of it held. Only the standard library is needed.
"""
import argparse, collections, contextlib, http.client, json, os, random, shutil, sys, tempfile, threading, time

from running import KEY, PROGRAM, Service, article

READERS, PAUSE, MARGIN = 6, 0.05, 1.1
PATHS = [
    "/api/v1/claims?limit=50", "/api/v1/claims?sort=-publishedAt&category=killed", "/api/v1/claims?q=river&limit=20", "/api/v1/claims/facets", "/api/v1/claims/facets?category=killed",
    "/api/v1/claims/timeline?category=killed", "/api/v1/comparisons?category=killed", "/api/v1/aggregates?category=killed&party=1", "/api/v1/claims?asOf=100", "/api/v1/claims/facets?asOf=200",
    "/api/v1/sources?limit=20", "/api/v1/documents?limit=20", "/api/v1/statements?limit=20", "/api/v1/changes?limit=20", "/api/v1/ledger/checkpoint", "/status", "/", "/api/v1/claims?format=csv",
]
PAGE = {"Accept": "text/html"}


class MemoryGroup:
    """A memory cgroup for one process; None of it where nobody may make one."""

    def __init__(self, limit):
        self.path = None
        for root, name, usage in (("/sys/fs/cgroup/memory", "memory.limit_in_bytes", "memory.usage_in_bytes"), ("/sys/fs/cgroup", "memory.max", "memory.current")):
            path = os.path.join(root, f"casualty-soak-{os.getpid()}")
            with contextlib.suppress(OSError):
                os.mkdir(path)
                self.path, self.usage = path, usage
                with open(os.path.join(path, name), "r+") as file:
                    file.write(str(limit))
                return
            self.end()

    def enter(self):
        with open(os.path.join(self.path, "cgroup.procs"), "w") as file:
            file.write(str(os.getpid()))

    def megabytes(self):
        with open(os.path.join(self.path, self.usage)) as file:
            return int(file.read()) / 2**20

    def end(self):
        with contextlib.suppress(OSError):
            os.rmdir(self.path or "")
        self.path = None


class Load:
    def __init__(self, service, rate):
        self.service, self.rate, self.ended = service, rate, threading.Event()
        self.statuses, self.lock = collections.Counter(), threading.Lock()
        self.threads = [threading.Thread(target=self.write)] + [threading.Thread(target=self.read) for _ in range(READERS)]
        for thread in self.threads:
            thread.start()

    def ask(self, *request):
        try:
            answer = self.service.ask(*request)
            status = answer.status
        except (OSError, http.client.HTTPException) as broken:
            answer, status = None, type(broken).__name__
        with self.lock:
            self.statuses[status] += 1
        return answer

    def write(self):
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {KEY}"}
        while not self.ended.is_set():
            began = time.monotonic()
            added = self.ask("POST", "/api/v1/documents", json.dumps({"text": article()}), headers)
            if added and added.status == 201:
                listed = self.ask("GET", f"/api/v1/claims?document={json.loads(added.body)['id']}&limit=1")
                if listed and listed.status == 200 and json.loads(listed.body)["items"]:
                    claim = json.loads(listed.body)["items"][0]["id"]
                    self.ask("POST", f"/api/v1/claims/{claim}/decisions", json.dumps({"decision": "accept", "reason": "It is said so."}), {**headers, "If-Match": "*"})
            time.sleep(max(0, 1 / self.rate - (time.monotonic() - began)))

    def read(self):
        tags = {}
        while not self.ended.is_set():
            path = random.choice(PATHS + [None])
            if path is None:
                self.ask("POST", "/api/v1/extractions", json.dumps({"text": " ".join(article() for _ in range(20))}), {"Content-Type": "application/json"})
            else:
                known = {"If-None-Match": tags[path]} if path in tags and random.random() < 0.5 else {}
                answer = self.ask("GET", path, None, {**known, **(PAGE if path == "/" else {})})
                if answer and "ETag" in answer.headers:
                    tags[path] = answer.headers["ETag"]
            time.sleep(PAUSE * random.random())

    def end(self):
        self.ended.set()
        for thread in self.threads:
            thread.join()


def taken(service, database, group):
    """What the process has taken, in MB; and its handles."""
    number = service.process.pid
    with open(f"/proc/{number}/status") as file:
        status = dict(line.split(":", 1) for line in file)
    def megabytes(name): return int(status[name].split()[0]) / 1024
    def size(path): return os.path.getsize(path) / 2**20 if os.path.exists(path) else 0
    return {"RSS": megabytes("VmRSS"), "anonymous": megabytes("RssAnon"), "cgroup": group.megabytes() if group.path else 0, "handles": len(os.listdir(f"/proc/{number}/fd")),
            "threads": int(status["Threads"]), "WAL": size(database + "-wal"), "database": size(database)}


def is_flat(rows, what):
    third = len(rows) // 3
    def mean(some): return sum(row[what] for row in some) / len(some)
    before, last = mean(rows[third:2 * third]), mean(rows[2 * third:])
    print(f"{what}: {before:.1f} in the second third, {last:.1f} in the last: {'flat' if last <= before * MARGIN else 'GROWS'}")
    return last <= before * MARGIN


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=int, default=30)
    parser.add_argument("--megabytes", type=int, default=512)
    parser.add_argument("--rate", type=float, default=5)
    parser.add_argument("--database")
    parser.add_argument("--program", default=PROGRAM)
    given = parser.parse_args()
    group = MemoryGroup(given.megabytes << 20)
    limit = {} if group.path else {"DOTNET_GCHeapHardLimit": f"{given.megabytes * 3 << 18:x}"}
    print(f"{given.megabytes} MB, by {'a memory cgroup' if group.path else 'DOTNET_GCHeapHardLimit'}; {given.minutes} minutes, {given.rate:g} documents/s, {READERS} readers", flush=True)
    with tempfile.TemporaryDirectory(prefix="casualty-soak-") as folder:
        database = os.path.join(folder, "casualty.db")
        if given.database:
            shutil.copyfile(given.database, database)
        service = Service(given.program, folder, Database__ConnectionString=database, **limit)
        service.begin(group.enter if group.path else None)
        try:
            service.wait_until_ready()
            load, rows = Load(service, given.rate), []
            for minute in range(given.minutes):
                time.sleep(60)
                if service.process.poll() is not None:
                    break
                rows.append(taken(service, database, group))
                print(f"minute {minute + 1}: {sum(load.statuses.values())} requests, " + ", ".join(f"{what} {value:.0f}" for what, value in rows[-1].items()), flush=True)
            ended = service.process.poll()
            load.end()
        finally:
            service.kill()
            group.end()
    faults = {status: number for status, number in load.statuses.items() if not isinstance(status, int) or status >= 500}
    print(f"answers: {dict(sorted(load.statuses.items(), key=str))}; 5xx and broken: {sum(faults.values())}; the service {'lived' if ended is None else f'ended with {ended}'}")
    flat = [is_flat(rows, what) for what in ("RSS", "anonymous", "handles", "threads", "WAL")] if len(rows) >= 3 else [False]
    sys.exit(0 if all(flat) and not faults and ended is None else 1)


if __name__ == "__main__":
    main()
