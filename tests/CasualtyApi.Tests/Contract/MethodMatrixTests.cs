using System.Text.Json.Nodes;

namespace CasualtyApi.Tests.Contract;

/// <summary>Every route with every method, generated from the OpenAPI document: what is there answers, what is not says so.</summary>
[Collection(SeededService.Name)]
public sealed class MethodMatrixTests(Service service)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"];

    private static readonly string[] Hardening =
        ["X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cross-Origin-Resource-Policy", "Content-Security-Policy"];

    [Fact]
    public async Task Every_route_answers_every_method_as_it_should() => await ForEachCellAsync(async (route, method, answer) =>
    {
        var offered = Offered(route);
        var expected = !offered.Contains(method) ? method == "OPTIONS" ? 204 : 405 : NeedsKey(route, method) ? 401 : method is "POST" ? 415 : 200;

        Assert.True(expected == (int)answer.StatusCode, $"{method} {route[0].Path} answered {(int)answer.StatusCode} instead of {expected}.");
        if (expected is 204 or 405)
        {
            Assert.Equal([.. offered.Append("OPTIONS").Order(StringComparer.Ordinal)], answer.Content.Headers.Allow.Order(StringComparer.Ordinal));
        }

        if (method is "HEAD" or "OPTIONS")
        {
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        }
    });

    [Fact]
    public async Task Every_cell_is_hardened() => await ForEachCellAsync((route, method, answer) =>
    {
        Assert.All(Hardening, name => Assert.True(answer.Headers.Contains(name), $"{method} {route[0].Path} answered without {name}."));
        Assert.False(answer.Headers.Contains("Server"));
        return Task.CompletedTask;
    });

    private static bool NeedsKey(IReadOnlyList<ContractOperation> route, string method) =>
        route.Single(operation => operation.Method == (method == "HEAD" ? "GET" : method)).NeedsKey;

    private static List<string> Offered(IReadOnlyList<ContractOperation> route) =>
        [.. route.SelectMany(operation => operation.Method == "GET" ? ["GET", "HEAD"] : new[] { operation.Method })];

    private async Task ForEachCellAsync(Func<IReadOnlyList<ContractOperation>, string, HttpResponseMessage, Task> look)
    {
        var document = JsonNode.Parse(await service.Client.GetStringAsync("/openapi/v1.json"))!;
        var routes = ContractOperation.In(document).GroupBy(operation => operation.Path).ToList();
        Assert.True(routes.Count > 15);
        foreach (var route in routes)
        {
            foreach (var method in Methods)
            {
                using var answer = await service.SendAsync(new(method), route.First().Address());
                await look([.. route], method, answer);
            }
        }
    }
}
