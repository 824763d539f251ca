using System.Text.Json;

namespace CasualtyApi.Tests;

/// <summary>What tests look at in a problem.</summary>
internal static class Problems
{
    public static string Slug(this JsonElement problem) => problem.GetProperty("type").GetString()!["/problems/".Length..];

    public static string Detail(this JsonElement problem) => problem.GetProperty("detail").GetString()!;

    public static string Error(this JsonElement problem, string name) => problem.GetProperty("errors").GetProperty(name)[0].GetString()!;
}
