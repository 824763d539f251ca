using CasualtyApi.Queries.Ledger;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Ledger;

internal static class GetVerifierKey
{
    public static ContentHttpResult Handle(CheckpointSigner signer) =>
        TypedResults.Text(signer.Verifier + "\n", "text/plain", System.Text.Encoding.UTF8);
}
