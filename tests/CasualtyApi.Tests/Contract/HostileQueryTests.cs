using System.Text.Json;
using System.Text.Json.Nodes;
using CasualtyApi.Http;

namespace CasualtyApi.Tests.Contract;

/// <summary>
/// Every parameter of the OpenAPI document with every nasty word, alone and together: nothing fails, and each refusal is a problem
/// whose type has a page. (That each answer is a documented one, the client sees to.)
/// </summary>
public sealed class HostileQueryTests(SampledService service) : IClassFixture<SampledService>
{
    /// <summary>Fixed, so that what fails once fails again.</summary>
    private const int Seed = 20250108;

    private const int Combinations = 600;

    private static readonly HashSet<string> Pages = [.. ProblemType.All.Select(type => type.Address)];

    [Fact]
    public async Task No_word_breaks_a_parameter()
    {
        var words = NastyWords.All.Select(Uri.EscapeDataString).Concat(NastyWords.Raw).ToList();
        var parameters = (await OperationsAsync()).SelectMany(operation => operation.Parameters.Select(parameter => (Operation: operation, Parameter: parameter)));

        // What several operations share is asked of one of them; the choices below go to all.
        var addresses = parameters.DistinctBy(pair => IsQuery(pair.Parameter) ? pair.Parameter.ToJsonString() : pair.Operation.Path)
            .SelectMany(pair => words.Select(word => Address(pair.Operation, pair.Parameter, word)))
            .Where(address => !IsRefusedByTheServer(address)).ToList();

        Assert.True(addresses.Count > 5_000);
        await AskAllAsync(addresses);
    }

    [Fact]
    public async Task No_choice_of_parameters_breaks_an_operation()
    {
        var random = new Random(Seed);
        var operations = (await OperationsAsync()).Where(operation => operation.Parameters.Any(IsQuery)).ToList();
        var addresses = Enumerable.Range(0, Combinations).Select(_ =>
        {
            var operation = operations[random.Next(operations.Count)];
            var taken = operation.Parameters.Where(IsQuery).Where(parameter => random.Next(4) == 0);
            return $"{operation.Address()}?{string.Join('&', taken.Select(parameter => $"{parameter["name"]}={Uri.EscapeDataString(Likely(parameter, random))}"))}";
        });

        await AskAllAsync([.. addresses]);
    }

    private async Task AskAllAsync(IReadOnlyList<string> addresses) => await Parallel.ForEachAsync(addresses, async (address, _) =>
    {
        using var answer = await service.Client.GetAsync(address, CancellationToken.None);
        Assert.True((int)answer.StatusCode < 500, $"{address} answered {(int)answer.StatusCode}.");
        if ((int)answer.StatusCode >= 400)
        {
            var problem = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(CancellationToken.None));
            Assert.Contains(problem.GetProperty("type").GetString()!, Pages);
        }
    });

    private async Task<List<ContractOperation>> OperationsAsync() =>
        [.. ContractOperation.In(JsonNode.Parse(await service.Client.GetStringAsync("/openapi/v1.json"))!).Where(operation => operation.Method == "GET")];

    private static bool IsQuery(JsonObject parameter) => (string)parameter["in"]! == "query";

    /// <summary>U+0000 in a path is no HTTP: Kestrel answers an empty 400 before the service hears of it.</summary>
    private static bool IsRefusedByTheServer(string address) => address.Split('?')[0].Contains("%00", StringComparison.Ordinal);

    private static string Address(ContractOperation operation, JsonObject parameter, string word) => IsQuery(parameter)
        ? $"{operation.Address()}?{parameter["name"]}={word}"
        : operation.Address((string)parameter["name"]!, word);

    /// <summary>Mostly what the document says is a value, so that more than the first check is reached.</summary>
    private static string Likely(JsonObject parameter, Random random)
    {
        var schema = parameter["schema"]!;
        var known = (schema["enum"] ?? schema["items"]?["enum"])?.AsArray().Select(word => (string)word!).ToList();
        return random.Next(8) == 0 ? NastyWords.All[random.Next(NastyWords.All.Count)]
            : known is not null ? known[random.Next(known.Count)]
            : (string?)(schema["format"] ?? schema["type"]) switch
            {
                "date" => $"2025-0{random.Next(1, 9)}-1{random.Next(10)}",
                "boolean" => random.Next(2) == 0 ? "true" : "false",
                "int32" or "int64" => $"{random.Next(1, 50)}",
                _ => random.Next(3) == 0 ? "UA" : $"{random.Next(1, 5)}",
            };
    }
}
