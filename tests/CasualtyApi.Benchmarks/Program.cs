using CasualtyApi.Benchmarks;

// dotnet run -c Release --project tests/CasualtyApi.Benchmarks -- reading [FOLDER-or-NDJSON] | hostile | memory
if (args is ["hostile"])
{
    foreach (var speed in HostileSpeed.Measure())
    {
        Console.WriteLine(speed);
    }

    return 0;
}

if (args is ["memory"])
{
    Console.WriteLine(ReadingMemory.Measure());
    return 0;
}

if (args is not ["reading", .. { Length: <= 1 } named])
{
    await Console.Error.WriteLineAsync("usage: reading [FOLDER-or-NDJSON] | hostile | memory");
    return 2;
}

if (named is [var path] && !Path.Exists(path))
{
    await Console.Error.WriteLineAsync($"There is no {path}.");
    return 2;
}

var corpora = named is [var only] ? [Corpus.At(only)] : Corpus.Usual();
foreach (var corpus in corpora)
{
    Console.WriteLine(ReadingSpeed.Measure(corpus));
}

return 0;
