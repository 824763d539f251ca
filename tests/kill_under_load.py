#!/usr/bin/env python3
"""Kills the service again and again while four writers add documents, and counts what was acknowledged and is lost or doubled.

    dotnet build -c Release src/CasualtyApi
    tests/kill_under_load.py [--rounds 100] [--program .artifacts/bin/CasualtyApi/release/CasualtyApi.dll]

Every request bears an Idempotency-Key. A request that the kill left without an answer is sent again after the restart, with the same key.
Exit code 0: nothing lost, nothing doubled, and the ledger verifies. Only the standard library is needed.
"""
import argparse, http.client, json, os, random, sys, tempfile, threading, time

from running import PROGRAM, Service

WRITERS = 4


def write(service, number, acknowledged, unanswered, stopped):
    while not stopped.is_set():
        key = f"{number}-{random.getrandbits(64):x}"
        text = f"Unit {key} lost {random.randrange(2, 900)} soldiers near the river, the ministry said."
        try:
            status, _, body = service.add(text, key)
        except (OSError, http.client.HTTPException):
            unanswered.append((text, key))
            return
        if status == 201:
            acknowledged.append((text, key, json.loads(body)["id"]))
        elif status < 500:
            sys.exit(f"Unlooked for: {status} {body[:300]}")
        else:
            unanswered.append((text, key))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--program", default=PROGRAM)
    options = parser.parse_args()
    lost = doubled = retried = 0
    acknowledged = []
    with tempfile.TemporaryDirectory(prefix="casualty-kill-") as folder:
        database = os.path.join(folder, "casualty.db")
        service = Service(options.program, folder, Database__ConnectionString=database)
        service.start()
        for round_number in range(options.rounds):
            unanswered, stopped, before = [], threading.Event(), len(acknowledged)
            writers = [threading.Thread(target=write, args=(service, number, acknowledged, unanswered, stopped)) for number in range(WRITERS)]
            for writer in writers:
                writer.start()
            time.sleep(random.uniform(0.2, 1.2))
            service.kill()
            stopped.set()
            for writer in writers:
                writer.join()
            service.start()
            for text, key in unanswered:
                status, _, body = service.add(text, key)
                assert status == 201, (status, body)
                acknowledged.append((text, key, json.loads(body)["id"]))
                retried += 1
            for text, key, document in acknowledged[before:]:
                status, _, body = service.ask("GET", f"/api/v1/documents/{document}/text")
                if status != 200 or body.decode() != text:
                    lost += 1
            print(f"round {round_number + 1}: {len(acknowledged)} acknowledged, {lost} lost", flush=True)
        ids = [document for _, _, document in acknowledged]
        doubled = len(ids) - len(set(ids))
        total = json.loads(service.ask("GET", "/api/v1/documents?limit=1&total=exact").body)["total"]
        doubled += max(0, total - len(set(ids)))
        lost += max(0, len(set(ids)) - total)
        service.kill()
        verified = service.run("verify", "--database", database)
        print(f"{options.rounds} kills, {len(ids)} acknowledged ({retried} after a retry): {lost} lost, {doubled} doubled; verify ended with {verified}")
        return 1 if lost or doubled or verified else 0


if __name__ == "__main__":
    sys.exit(main())
