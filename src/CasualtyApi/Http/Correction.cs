using System.Text.Json;
using System.Text.Json.Nodes;
using CasualtyApi.Http.Bodies;
using FluentValidation;

namespace CasualtyApi.Http;

/// <summary>Lays a merge patch over what a person could have written.</summary>
internal static class Correction
{
    private const string Reason = "reason";

    /// <param name="before">The record as it would be written.</param>
    /// <param name="body">The patch.</param>
    /// <param name="validator">What is asked of whoever writes it.</param>
    /// <param name="apart">Members of the patch that are no members of what is written.</param>
    /// <returns>The record as the patch makes it; or what is wrong with it, and was not before.</returns>
    public static (TDraft? Draft, BadRequestProblem? Problem) Merge<TDraft, TCorrection>(
        TDraft before, JsonBody<TCorrection> body, IValidator<TDraft> validator, params IEnumerable<string> apart)
        where TDraft : class where TCorrection : class, IJsonRequest
    {
        var patch = JsonNode.Parse(body.Bytes.Span)!.AsObject();
        foreach (var member in apart.Append(Reason)) patch.Remove(member);
        var merged = MergePatch.Apply(JsonSerializer.SerializeToNode(before, ApiJson.Options), patch)!;
        foreach (var member in ApiJson.Options.GetTypeInfo(typeof(TDraft)).Properties.Where(member => member.IsRequired && member.IsSetNullable))
        {
            // What is taken away is null, where null is a value that must be said.
            merged.AsObject().TryAdd(member.Name, null);
        }

        var (draft, problem) = StrictJson.Read<TDraft>(JsonSerializer.SerializeToUtf8Bytes(merged, ApiJson.Options), JsonWhole.Body);
        if (draft is null) return (null, problem);

        var known = validator.Validate(before).Errors.Select(error => (error.PropertyName, error.ErrorMessage)).ToHashSet();
        var faults = validator.Validate(draft).Errors.FindAll(error => !known.Contains((error.PropertyName, error.ErrorMessage)));
        return faults.Count == 0 ? (draft, null) : (null, ValidateFilter.Refusal(faults));
    }
}
