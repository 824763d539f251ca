"""What the scripts of this folder start, ask and end: the service, and PostgreSQL servers that keep what they acknowledged. Only the standard library is needed."""
import collections, http.client, json, os, random, shutil, signal, socket, subprocess, sys, time

KEY = "the-admin-key-of-a-script-under-tests"
PROGRAM = ".artifacts/bin/CasualtyApi/release/CasualtyApi.dll"

Answer = collections.namedtuple("Answer", "status headers body")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def article():
    return f"Unit {random.getrandbits(64):x} lost {random.randrange(2, 900)} soldiers near the river, the ministry said."


class Server:
    """A private PostgreSQL that keeps what it acknowledged, as a real one does."""

    def __init__(self, folder, name="server"):
        self.folder, self.port = os.path.join(folder, name), free_port()
        self.bin = os.path.join("/usr/lib/postgresql", sorted(os.listdir("/usr/lib/postgresql"), key=int)[-1], "bin")
        self.prefix = []
        if os.geteuid() == 0:
            os.chmod(folder, 0o755)
            os.makedirs(self.folder)
            shutil.chown(self.folder, "postgres")
            os.chmod(self.folder, 0o700)
            self.prefix = ["runuser", "-u", "postgres", "--"]

    @classmethod
    def create(cls, folder):
        """A server of its own, with an empty database."""
        server = cls(folder)
        server.run("initdb", "-D", server.folder, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8")
        server.start()
        server.sql("CREATE DATABASE casualty", "postgres")
        return server

    def standby(self, folder, name="standby"):
        """A copy that streams from this one; it is called by its name."""
        copy = Server(folder, name)
        copy.run("pg_basebackup", "-D", copy.folder, "-R", "-c", "fast", "-d", f"host=127.0.0.1 port={self.port} user=postgres application_name={name}")
        copy.start()
        return copy

    def start(self):
        self.run("pg_ctl", "-D", self.folder, "-w", "-l", os.path.join(self.folder, "log"), "-o",
                 f"-c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories= -c max_connections=300", "start")

    def run(self, tool, *arguments):
        subprocess.run(self.prefix + [os.path.join(self.bin, tool), *arguments], check=True, stdout=subprocess.DEVNULL)

    def sql(self, text, database="casualty"):
        return subprocess.run([os.path.join(self.bin, "psql"), "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-d", database, "-Atc", text],
                              check=True, capture_output=True, text=True).stdout.strip()

    def until(self, question, seconds=30):
        """Asks until the answer is true."""
        end = time.monotonic() + seconds
        while self.sql(question) != "t":
            if time.monotonic() > end:
                sys.exit(f"In vain for {seconds} s: {question}")
            time.sleep(0.02)

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
        """Whether it was killed before, or not."""
        subprocess.run(self.prefix + [os.path.join(self.bin, "pg_ctl"), "-D", self.folder, "-m", "immediate", "stop"], capture_output=True)


class Service:
    """The service, on a port of its own."""

    def __init__(self, program, folder, **settings):
        """settings: Database__Provider="postgres" and the like."""
        self.program, self.port, self.process = os.path.abspath(program), free_port(), None
        self.environment = {**os.environ, "Seeds__Path": "", "CASUALTY_ADMIN_KEY": KEY, "Ledger__SigningKeyFile": os.path.join(folder, "signing.key"),
                            "Serilog__MinimumLevel__Default": "Fatal"}
        for kind in ("Reads", "Writes", "Extractions", "KeyReads", "KeyWrites", "KeyExtractions"):
            self.environment[f"RateLimits__{kind}PerMinute"] = "100000000"
        self.environment.update(settings)

    @classmethod
    def on(cls, program, folder, *servers, more="", **settings):
        """On PostgreSQL: several servers are one and its standbys."""
        hosts = ",".join(f"127.0.0.1:{server.port}" for server in servers)
        return cls(program, folder, Database__Provider="postgres", Database__ConnectionString=f"Host={hosts};Username=postgres;Database=casualty;{more}", **settings)

    def begin(self, before=None):
        """before: what the new process does first."""
        self.process = subprocess.Popen(["dotnet", self.program, "--urls", f"http://127.0.0.1:{self.port}"], env=self.environment, stdout=subprocess.DEVNULL,
                                        preexec_fn=before)
        return self

    def start(self):
        return self.begin().wait_until_ready()

    def wait_until_ready(self):
        for _ in range(600):
            if self.process.poll() is not None:
                sys.exit(f"The service ended with {self.process.returncode} at its start.")
            try:
                if self.ask("GET", "/health/ready").status == 200:
                    return self
            except OSError:
                pass
            time.sleep(0.1)
        sys.exit("The service does not get ready.")

    def run(self, *command):
        """Runs a command of the program's, such as verify."""
        return subprocess.run(["dotnet", self.program, *command], env=self.environment, stdout=subprocess.DEVNULL).returncode

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def ask(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()

    def add(self, text=None, key=None):
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {KEY}", **({"Idempotency-Key": key} if key else {})}
        return self.ask("POST", "/api/v1/documents", json.dumps({"text": text or article()}), headers)
