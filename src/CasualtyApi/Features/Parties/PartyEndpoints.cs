using CasualtyApi.Http;

namespace CasualtyApi.Features.Parties;

internal static class PartyEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapGroup("/parties").WithTags("Parties and places")
        .MapGet("", ListParties.HandleAsync).AsList(ListParties.Query).Named(nameof(ListParties),
            "Lists parties: whom claims are about.",
            "A party is a name, a country and a kind of people; its id is what the claims' filters `party` and `blamed` take.");
}
