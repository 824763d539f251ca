using System.Text.Json;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests;

/// <summary>The writing operations, as tests call them.</summary>
internal static class Review
{
    public const string Api = "/api/v1/";

    /// <summary>Adds a record, and gives its id.</summary>
    public static async Task<long> AddAsync(this Service service, string list, string json, Role role = Role.Contributor)
    {
        using var answer = await service.WriteAsync(HttpMethod.Post, Api + list, json, await service.KeyAsync(role));
        return (await Service.ReadAsync(answer, 201)).GetProperty("id").GetInt64();
    }

    /// <summary>Sends a change of a record in the state it is in.</summary>
    public static async Task<JsonElement> ChangeAsync(
        this Service service, HttpMethod method, string record, string json, int status = 200, Role role = Role.Reviewer, string suffix = "")
    {
        using var answer = await service.WriteAsync(method, Api + record + suffix, json, await service.KeyAsync(role), ("If-Match", await service.TagAsync(record)));
        return await Service.ReadAsync(answer, status);
    }

    public static Task<JsonElement> CorrectAsync(this Service service, string record, string json, int status = 200, Role role = Role.Reviewer) =>
        service.ChangeAsync(HttpMethod.Patch, record, json, status, role);

    public static Task<JsonElement> DecideAsync(this Service service, long claim, string json, int status = 200, Role role = Role.Reviewer) =>
        service.ChangeAsync(HttpMethod.Post, $"claims/{claim}", json, status, role, "/decisions");

    public static async Task<JsonElement> MergeAsync(this Service service, long source, long? into, int status = 200)
    {
        var json = $$"""{"into":{{into?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"}},"reason":"They are one."}""";
        using var answer = await service.WriteAsync(HttpMethod.Post, $"{Api}sources/{source}/merge", json, await service.KeyAsync(Role.Reviewer));
        return await Service.ReadAsync(answer, status);
    }

    /// <summary>The validator of a record as it stands.</summary>
    public static async Task<string> TagAsync(this Service service, string record)
    {
        using var answer = await service.SendAsync(HttpMethod.Get, Api + record);
        return answer.Headers.ETag?.ToString() ?? "\"none-identity\"";
    }

    public static async Task<long> PositionAsync(this Service service) => (await service.GetAsync("/status")).GetProperty("position").GetInt64();

    public static long Id(this JsonElement record) => record.GetProperty("id").GetInt64();

    public static string Text(this JsonElement record, string member) => record.GetProperty(member).GetString()!;
}
