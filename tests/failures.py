#!/usr/bin/env python3
"""Brings about the five worst failures of the runbook in docs/operations.md, and mends each the way it says.

    dotnet build -c Release src/CasualtyApi
    tests/failures.py [--program .artifacts/bin/CasualtyApi/release/CasualtyApi.dll]

1. The file was cut: a start refuses it with exit code 3; the backup is restored, verified, and served.
2. A later version wrote it: a start refuses it with exit code 3; the backup is restored.
3. Another process holds the write lock: a start refuses with exit code 3; a running service answers a write 503 with Retry-After within 5 s, and reads go
   on; let go of, all is served.
4. An old file was put back: `verify` sees it against a checkpoint kept elsewhere, exit code 1; without the checkpoint nobody could.
5. The file was edited by hand: `verify` names the entry, exit code 1; the backup is restored.

Exit code 0: each was seen, said and mended so. Only the standard library is needed.
"""
import argparse, contextlib, os, shutil, sqlite3, subprocess, sys, tempfile, time

from running import PROGRAM, Service

LONGEST_WRITE = 5
BACKUP = "backup.db"


class Run:
    """One service on a file with a backup and a checkpoint of it, and what went wrong with it."""

    def __init__(self, program, folder):
        self.folder, self.database, self.faults = folder, os.path.join(folder, "casualty.db"), 0
        self.service = Service(program, folder, Database__ConnectionString=self.database)

    def path(self, name):
        return os.path.join(self.folder, name)

    def check(self, what, holds):
        print(f"   {'ok  ' if holds else 'FAIL'} {what}", flush=True)
        self.faults += not holds

    def command(self, *command):
        """Its exit code and all it said."""
        done = subprocess.run(["dotnet", self.service.program, *command], env=self.service.environment, capture_output=True, text=True, timeout=120)
        return done.returncode, (done.stdout + done.stderr).strip()

    def start_refused(self, words):
        code, said = self.command("--urls", f"http://127.0.0.1:{self.service.port}")
        self.check(f"a start is refused with 3: {said.splitlines()[-1] if said else ''}", code == 3 and words in said)

    def verify(self):
        return self.command("verify", "--checkpoint", self.path("checkpoint"), "--key", self.path("key"))

    def stop(self):
        self.service.process.terminate()
        self.service.process.wait()

    def set_aside(self):
        """The database, and what SQLite keeps beside it."""
        for end in ("", "-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                os.replace(self.database + end, self.path("aside.db" + end))

    def restore(self):
        self.set_aside()
        code, said = self.command("restore", self.path(BACKUP))
        self.check(f"the backup is restored and verified: {said}", code == 0)
        self.check("as the checkpoint says", self.verify()[0] == 0)
        self.service.start()
        self.check("and is served: a document is added", self.service.add().status == 201)
        self.stop()
        self.set_aside()
        self.command("restore", self.path(BACKUP))

    def edit(self, sql):
        with contextlib.closing(sqlite3.connect(self.database)) as database:
            database.execute(sql)
            database.commit()

    def prepare(self):
        self.service.start()
        for _ in range(20):
            self.service.add()
        old = self.command("backup", self.path("old.db"))
        for _ in range(20):
            self.service.add()
        for name, path in (("checkpoint", "/api/v1/ledger/checkpoint"), ("key", "/api/v1/ledger/verifier-key")):
            with open(self.path(name), "wb") as file:
                file.write(self.service.ask("GET", path).body)
        kept = self.command("backup", self.path(BACKUP))
        self.stop()
        self.check("40 documents, an old backup and a new one, a checkpoint kept elsewhere", old[0] == 0 and kept[0] == 0 and self.verify()[0] == 0)


def cut(run):
    print("1. The file was cut")
    os.truncate(run.database, os.path.getsize(run.database) // 2)
    run.start_refused("is damaged")
    run.restore()


def later(run):
    print("2. A later version wrote it")
    run.edit("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99')")
    run.start_refused("was written by a later version")
    run.restore()


def locked(run):
    print("3. Another process holds the write lock")
    with contextlib.closing(sqlite3.connect(run.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        run.start_refused("is locked by another process")
        other.execute("ROLLBACK")
        run.service.start()
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        refused = run.service.add()
        took = time.monotonic() - began
        run.check(f"a write is {refused.status} with Retry-After {refused.headers.get('Retry-After')} after {took:.1f} s", refused.status == 503 and "Retry-After" in refused.headers and took <= LONGEST_WRITE)
        run.check("reads go on", run.service.ask("GET", "/api/v1/claims").status == 200)
        other.execute("ROLLBACK")
    run.check("let go of, a document is added", run.service.add().status == 201)
    run.stop()
    run.set_aside()
    run.command("restore", run.path(BACKUP))


def old(run):
    print("4. An old file was put back")
    run.set_aside()
    shutil.copyfile(run.path("old.db"), run.database)
    run.check("by itself it is whole", run.command("verify")[0] == 0)
    code, said = run.verify()
    run.check(f"against the checkpoint it is not: {said}", code == 1 and "were cut off" in said)
    run.restore()


def edited(run):
    print("5. The file was edited by hand")
    run.edit("UPDATE claims SET low = low + 1, high = high + 1 WHERE id = 7")
    code, said = run.verify()
    run.check(f"verify names the entry: {said}", code == 1 and "Entry " in said)
    run.restore()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=PROGRAM)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="casualty-failures-") as folder:
        run = Run(given.program, folder)
        run.prepare()
        for failure in (cut, later, locked, old, edited):
            failure(run)
    print(f"{run.faults} not as the runbook says")
    sys.exit(1 if run.faults else 0)


if __name__ == "__main__":
    main()
