"""Verifies an exported ledger against a checkpoint, from docs/ledger.md alone: verify_export.py EXPORT CHECKPOINT KEY"""
import base64, hashlib, json, os, subprocess, sys, tempfile

DER = bytes.fromhex("302a300506032b6570032100")  # what openssl wants before an Ed25519 key


def sha256(data):
    return hashlib.sha256(data).digest()


def fail(message):
    sys.exit(message)


def check_signature(key_line, note):
    name, key_id, encoded = key_line.strip().split("+", 2)
    key = base64.b64decode(encoded)
    if key[0] != 1 or sha256(name.encode() + b"\n" + key)[:4].hex() != key_id:
        fail("The verifier key is garbled.")
    text, _, signatures = note.rpartition("\n\n")
    text += "\n"
    for line in signatures.splitlines():
        dash, signer, signature = line.split(" ")
        signature = base64.b64decode(signature)
        if dash == "\u2014" and signer == name and signature[:4].hex() == key_id:
            with tempfile.TemporaryDirectory() as folder:
                paths = [os.path.join(folder, part) for part in ("key", "text", "signature")]
                for path, data in zip(paths, (DER + key[1:], text.encode(), signature[4:])):
                    with open(path, "wb") as file:
                        file.write(data)
                command = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", paths[0], "-rawin", "-in", paths[1], "-sigfile", paths[2]]
                if subprocess.run(command, capture_output=True).returncode == 0:
                    return text
    fail("The checkpoint is not signed by this key.")


def main(export, checkpoint, key):
    origin, size, root = check_signature(open(key).read(), open(checkpoint, encoding="utf-8").read()).split("\n")[:3]
    subtrees, seen, size = [], 0, int(size)  # (leaves, hash) of complete subtrees, from the left
    lines = open(export, encoding="utf-8", newline="\n")
    if json.loads(next(lines))["format"] != "casualty-ledger/1":
        fail("This is no exported ledger.")
    for line in lines:
        entry, seen = json.loads(line), seen + 1
        leaf = sha256(b"\0" + entry["payload"].encode())
        if entry["position"] != seen or base64.b64decode(entry["leafHash"]) != leaf:
            fail(f"Entry {seen} is wrong.")
        after = json.loads(entry["payload"])["after"]
        for name, words in entry["words"].items():
            if sha256(words.encode()).hex() != after[name + "Sha256"]:
                fail(f"Entry {seen} has other words '{name}'.")
        subtrees.append((1, leaf))
        while len(subtrees) > 1 and subtrees[-1][0] == subtrees[-2][0]:
            (count, right), (_, left) = subtrees.pop(), subtrees.pop()
            subtrees.append((2 * count, sha256(b"\1" + left + right)))
        if seen == size:
            found = subtrees[-1][1]
            for _, left in reversed(subtrees[:-1]):
                found = sha256(b"\1" + left + found)
            if base64.b64encode(found).decode() != root:
                fail(f"Entries 1 to {size} make another root than the checkpoint's.")
    if seen < size:
        fail(f"Entry {seen + 1} and what follows were cut off.")
    print(f"Entries 1 to {size} are those of the checkpoint.")


main(*sys.argv[1:])
