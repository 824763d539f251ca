#!/usr/bin/env python3
"""Kills a primary PostgreSQL under load, promotes its synchronous standby, and counts what was acknowledged and is lost; before that, what a read-only replica answers.

    dotnet build -c Release src/CasualtyApi
    tests/failover.py [--rounds 3] [--program .artifacts/bin/CasualtyApi/release/CasualtyApi.dll]

1. A service on the standby answers reads, refuses a change with 503, and says how far behind it is: nothing, then more while the standby replays
   nothing, then nothing again.
2. Four writers add documents through a service that is given both hosts. All processes of the primary are killed (kill -9); 3 s later, as a failover
   manager takes, the standby is promoted. Errors last 12 s at most, and end 2 s after the promotion.
3. What was left without an answer is sent again with its Idempotency-Key. Every acknowledged document is there once, and the ledger verifies.

Needs Debian's package postgresql. Exit code 0: all of it held. Only the standard library is needed.
"""
import argparse, contextlib, http.client, json, random, signal, sys, tempfile, threading, time

from running import PROGRAM, Server, Service, article

WRITERS, NOTICED = 4, 3
LONGEST_ERRORS, LONGEST_RECOVERY = 12, 2


def behind(replica):
    return json.loads(replica.ask("GET", "/health/ready").body)["behindSeconds"]


def until_even(replica):
    began = time.monotonic()
    while behind(replica) != 0 and time.monotonic() - began < 30:
        time.sleep(0.05)
    return behind(replica) == 0


def reads(service):
    paths = ("/api/v1/claims", "/api/v1/claims?q=river", "/api/v1/claims?asOf=1", "/api/v1/claims/facets", "/api/v1/claims/timeline", "/api/v1/documents", "/api/v1/changes")
    return [service.ask("GET", path) for path in paths]


def read_only(standby, writer, replica):
    for _ in range(20):
        writer.add()
    wasEven = until_even(replica)
    refused = replica.add()
    same = all(one.status == 200 and one.body == other.body for one, other in zip(reads(writer), reads(replica)))
    standby.sql("SELECT pg_wal_replay_pause()")
    standby.until("SELECT pg_get_wal_replay_pause_state() = 'paused'")
    acknowledged = writer.add()
    time.sleep(2)
    late = behind(replica)
    standby.sql("SELECT pg_wal_replay_resume()")
    isEven = until_even(replica)
    seen = replica.ask("GET", "/api/v1/documents?limit=1").headers["Ledger-Position"] == acknowledged.headers["Ledger-Position"]
    print(f"read-only replica: the same answers to {len(reads(replica))} reads: {same}; a change is answered {refused.status}: {json.loads(refused.body)['detail']}\n"
          f"  behind: nothing: {wasEven}; {late:.1f} s after 2 s without replay; then nothing: {isEven}, and it has the change: {seen}")
    return wasEven and same and refused.status == 503 and late >= 2 and isEven and seen and behind(writer) is None


class Load:
    """Writers that note when each request was answered, and how."""

    def __init__(self, service):
        self.service, self.ended = service, threading.Event()
        self.acknowledged, self.failed, self.times = [], [], []
        self.threads = [threading.Thread(target=self.write) for _ in range(WRITERS)]
        for thread in self.threads:
            thread.start()

    def write(self):
        while not self.ended.is_set():
            text, key = article(), f"{random.getrandbits(64):x}"
            try:
                answer = self.service.add(text, key)
            except (OSError, http.client.HTTPException) as broken:
                answer = broken
            status = getattr(answer, "status", repr(answer))
            self.times.append((time.monotonic(), status))
            if status == 201:
                self.acknowledged.append((text, json.loads(answer.body)["id"]))
            else:
                self.failed.append((text, key))
                time.sleep(0.05)

    def end(self):
        self.ended.set()
        for thread in self.threads:
            thread.join()


def fail_over(primary, standby, writer):
    load = Load(writer)
    time.sleep(5)
    killed = time.monotonic()
    primary.signal(signal.SIGKILL)
    time.sleep(NOTICED)
    standby.run("pg_ctl", "-D", standby.folder, "-w", "promote")
    promoted = time.monotonic()
    time.sleep(8)
    load.end()

    after = [(at, status) for at, status in load.times if at >= killed]
    errors = [at for at, status in after if status != 201]
    recovered = min((at for at, status in after if status == 201 and at > max(errors, default=killed)), default=promoted + 999) - promoted
    lasted = max(errors, default=killed) - killed
    kinds = sorted({str(status) for _, status in after if status != 201})
    again = [(text, writer.add(text, key)) for text, key in load.failed]
    kept = load.acknowledged + [(text, json.loads(answer.body)["id"]) for text, answer in again if answer.status == 201]
    lost = sum(writer.ask("GET", f"/api/v1/documents/{number}/text").body.decode() != text for text, number in kept)
    doubled = len(kept) - len({number for _, number in kept})
    verified = writer.run("verify")
    print(f"failover: {len(load.acknowledged)} acknowledged, {lost} lost, {doubled} doubled; {len(errors)} errors ({', '.join(kinds)}) over {lasted:.1f} s, "
          f"{len(again)} of them sent again: {sum(answer.status == 201 for _, answer in again)} made; recovered {recovered:.1f} s after the promotion; "
          f"verify ended with {verified}", flush=True)
    return (lost == doubled == verified == 0 and lasted <= LONGEST_ERRORS and recovered <= LONGEST_RECOVERY and kinds in ([], ["503"])
            and all(answer.status == 201 for _, answer in again) and len(load.acknowledged) > 0)


def one_round(program):
    with tempfile.TemporaryDirectory(prefix="casualty-failover-", ignore_cleanup_errors=True) as folder, contextlib.ExitStack() as begun:
        primary = Server.create(folder)
        begun.callback(primary.stop)
        standby = primary.standby(folder)
        begun.callback(standby.stop)
        primary.sql("ALTER SYSTEM SET synchronous_standby_names = 'standby'")
        primary.sql("SELECT pg_reload_conf()")
        primary.until("SELECT EXISTS (SELECT FROM pg_stat_replication WHERE sync_state = 'sync')")
        writer = Service.on(program, folder, standby, primary, more="Target Session Attributes=primary").begin()
        begun.callback(writer.kill)
        writer.wait_until_ready()
        replica = Service.on(program, folder, standby).begin()
        begun.callback(replica.kill)
        replica.wait_until_ready()
        held = [read_only(standby, writer, replica), fail_over(primary, standby, writer)]
        followed = replica.add().status == 201 and behind(replica) is None
        print(f"the replica's database takes changes now, and so does the replica: {followed}", flush=True)
        return all(held) and followed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--program", default=PROGRAM)
    given = parser.parse_args()
    sys.exit(0 if all([one_round(given.program) for _ in range(given.rounds)]) else 1)


if __name__ == "__main__":
    main()
