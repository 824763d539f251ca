using CasualtyApi.Benchmarks;

// dotnet run -c Release --project tests/CasualtyApi.Benchmarks -- reading [FOLDER-or-NDJSON]
if (args is not ["reading", .. { Length: <= 1 } named])
{
    await Console.Error.WriteLineAsync("usage: reading [FOLDER-or-NDJSON]");
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
