using System.Reflection;
using System.Security.Cryptography;
using CasualtyApi.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Pages.Frame;

/// <summary>A file that pages refer to. It is part of the program and never changes at its address, which has a hash of its bytes.</summary>
internal sealed class Asset
{
    public static readonly Asset Style = new("room.css", "text/css; charset=utf-8");
    public static readonly Asset Script = new("room.js", "text/javascript; charset=utf-8");
    public static readonly Asset Icon = new("icon.svg", "image/svg+xml");

    private const string Root = "/assets";
    private static readonly Asset[] All = [Style, Script, Icon];

    private readonly string _name;
    private readonly string _type;
    private readonly string _hash;

    private Asset(string name, string type)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Assets.{name}")!;
        Bytes = new byte[stream.Length];
        stream.ReadExactly(Bytes);
        (_name, _type, _hash) = (name, type, Convert.ToHexStringLower(SHA256.HashData(Bytes)[..6]));
    }

    public byte[] Bytes { get; }

    public string Address => $"{Root}/{_hash}/{_name}";

    /// <summary>A hash of them all: pages written for other ones are other pages.</summary>
    public static string Edition { get; } = string.Join('.', All.Select(asset => asset._hash));

    public static void Map(IEndpointRouteBuilder root) =>
        root.MapGet(Root + "/{hash}/{name}", Send).ExcludeFromDescription();

    /// <summary>What an older page asks for by another hash is the present file, which nobody may keep at that address.</summary>
    private static Results<FileContentHttpResult, StatusCodeHttpResult, OtherProblem> Send(string hash, string name, HttpContext http)
    {
        if (All.FirstOrDefault(asset => asset._name == name) is not { } asset)
        {
            return new OtherProblem(ProblemType.NotFound, $"There is no file '{name}'.");
        }

        return ETags.Holds(http, ETags.OfRecord(http, asset.Bytes), hash == asset._hash ? CacheControl.Immutable : CacheControl.Live)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(asset.Bytes, asset._type);
    }
}
