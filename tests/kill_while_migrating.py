#!/usr/bin/env python3
"""Kills `migrate`, and a start that migrates, at random moments; the next start has to be ready within 60 s, on a whole schema.

    dotnet build -c Release src/CasualtyApi
    tests/kill_while_migrating.py [--rounds 20] [--program .artifacts/bin/CasualtyApi/release/CasualtyApi.dll]

Each round on an empty database of its own, first SQLite, then PostgreSQL. A kill is told apart by what it left: nothing, a part of the migrations, or all of them.
Needs Debian's package postgresql. Exit code 0: each start was ready in time, each migration was made once, and a document could be added. Only the
standard library is needed.
"""
import argparse, contextlib, os, random, signal, sqlite3, subprocess, sys, tempfile, time

from running import PROGRAM, Server, Service

LONGEST = 60
HISTORY = 'SELECT count(*) || \' \' || count(DISTINCT "MigrationId") FROM "__EFMigrationsHistory"'


class File:
    """A SQLite database in a folder of its own."""

    def __init__(self, program, folder):
        self.path = os.path.join(folder, f"{random.getrandbits(64):x}.db")
        self.service = Service(program, folder, Database__ConnectionString=self.path)

    def ask(self, sql):
        with contextlib.closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as database:
            return database.execute(sql).fetchone()[0]

    def tables(self):
        try:
            return int(self.ask("SELECT count(*) FROM sqlite_master WHERE type = 'table'"))
        except sqlite3.Error:
            return 0


class Database:
    """A database on a server."""

    def __init__(self, program, folder, server):
        self.server, self.name = server, f"casualty_{random.getrandbits(64):x}"
        server.sql(f"CREATE DATABASE {self.name}", "postgres")
        self.service = Service.on(program, folder, server, more=f"Database={self.name}")

    def ask(self, sql):
        return self.server.sql(sql, self.name)

    def tables(self):
        return int(self.ask("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"))


def migrate(service):
    return subprocess.Popen(["dotnet", service.program, "migrate"], env=service.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def one_round(number, make, took, whole):
    """What the kill left; how long the next start took; whether all is well after it."""
    database = make()
    process = migrate(database.service) if number % 2 == 0 else database.service.begin().process
    time.sleep(random.uniform(0.3, 1) * took)
    process.send_signal(signal.SIGKILL)
    process.wait()
    tables = database.tables()
    began = time.monotonic()
    database.service.start()
    ready = time.monotonic() - began
    made = database.ask(HISTORY).split()
    isWhole = database.tables() == whole and made[0] == made[1] and database.service.add().status == 201
    database.service.kill()
    left = "nothing" if tables == 0 else "a part" if tables < whole else "all"
    print(f"  {number + 1}: left {left}, ready again after {ready:.1f} s, whole: {isWhole}", flush=True)
    return left, ready, isWhole


def kill(what, make, rounds):
    first = make()
    began = time.monotonic()
    assert migrate(first.service).wait() == 0
    took, whole = time.monotonic() - began, first.tables()
    results = [one_round(number, make, took, whole) for number in range(rounds)]
    left = [kind for kind, _, _ in results]
    slowest, well = max(ready for _, ready, _ in results), sum(isWell for _, _, isWell in results)
    print(f"{what}: {rounds} kills within the {took:.1f} s a migration takes left " + ", ".join(f"{kind} {left.count(kind)} times" for kind in ("nothing", "a part", "all")) +
          f"; ready again after {slowest:.1f} s at most; whole: {well} of {rounds}", flush=True)
    return well == rounds and slowest < LONGEST


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--program", default=PROGRAM)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="casualty-migrating-", ignore_cleanup_errors=True) as folder, contextlib.ExitStack() as begun:
        held = kill("SQLite", lambda: File(given.program, folder), given.rounds)
        server = Server.create(folder)
        begun.callback(server.stop)
        held &= kill("PostgreSQL", lambda: Database(given.program, folder, server), given.rounds)
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()
