using System.Diagnostics;
using System.Text.Json;

namespace CasualtyApi.Benchmarks.Peers;

/// <summary>Another product that can answer the pages of this one from the same file.</summary>
/// <param name="Name">What it is made of; with the versions, where it is installed.</param>
/// <param name="IsInstalled">Whether it can be started here.</param>
/// <param name="Install">The command that installs it.</param>
/// <param name="Command">The program and what it is told, of a file and a port.</param>
/// <param name="Page">The path of a page, of a party and a category.</param>
internal sealed record Peer(string Name, bool IsInstalled, string Install, Func<string, int, string[]> Command, Func<int, string, string> Page)
{
    private const string Python = "/usr/bin/python3";

    /// <param name="folder">Where npm put its modules.</param>
    public static IReadOnlyList<Peer> All(string folder) => [Fastify(folder), Soul(folder), FastApi()];

    /// <summary>Written by hand: a prepared statement and a schema of the answer.</summary>
    private static Peer Fastify(string folder)
    {
        var (server, driver) = (Module(folder, "fastify"), Module(folder, "better-sqlite3"));
        return new(
            $"Fastify{server} + better-sqlite3{driver}", server is not null && driver is not null, $"npm install --prefix {folder} fastify@5 better-sqlite3",
            (database, port) => ["node", Script("server.mjs"), database, $"{port}"], Own);
    }

    /// <summary>Ready-made: the rows of the table as they are. Whoever reaches it may write, so that only this machine does.</summary>
    private static Peer Soul(string folder) => new(
        $"soul-cli{Module(folder, "soul-cli")}", Module(folder, "soul-cli") is not null, $"npm install --prefix {folder} soul-cli@0.8.2",
        (database, port) => ["node", "--require", Script("loopback.cjs"), Path.Combine(folder, "node_modules", "soul-cli", "src", "server.js"), "-d", database, "-p", $"{port}"],
        (party, category) =>
            $"/api/tables/claims/rows?_filters=party_id:{party},category:{category},status:[candidate,accepted],published_at__notnull&_ordering=-published_at&_limit=50");

    /// <summary>Written as its documents do it: entities, and models of the answer.</summary>
    private static Peer FastApi()
    {
        var versions = Said(Python, "-c", "import fastapi, sqlalchemy, uvicorn; print(f'FastAPI {fastapi.__version__} + SQLAlchemy {sqlalchemy.__version__}')");
        return new(
            versions ?? "FastAPI + SQLAlchemy", versions is not null, "apt-get install python3-fastapi python3-uvicorn python3-sqlalchemy",
            (database, port) => [Python, Script("server.py"), database, $"{port}"], Own);
    }

    private static string Own(int party, string category) => $"/page?party={party}&category={category}";

    private static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Peers", name);

    /// <summary>Its version, after a space; null where it is not installed.</summary>
    private static string? Module(string folder, string name)
    {
        var described = Path.Combine(folder, "node_modules", name, "package.json");
        if (!File.Exists(described)) return null;

        using var json = JsonDocument.Parse(File.ReadAllText(described));
        return $" {json.RootElement.GetProperty("version")}";
    }

    /// <summary>What a program prints; null where it fails or is missing.</summary>
    private static string? Said(string program, params string[] arguments)
    {
        if (!File.Exists(program)) return null;

        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : null;
    }
}
