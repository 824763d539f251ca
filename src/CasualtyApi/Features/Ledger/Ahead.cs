using CasualtyApi.Http;

namespace CasualtyApi.Features.Ledger;

/// <summary>What is not there yet is refused: an answer about it could not stay the same for ever.</summary>
internal static class Ahead
{
    public static BadRequestProblem? Of(LedgerView ledger, QueryField field, long position) => position <= ledger.Position
        ? null
        : BadRequestProblem.BadValue(field.Name, $"{position} lies ahead of this ledger, which stands at {ledger.Position}.");
}
