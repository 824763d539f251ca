using System.Linq.Expressions;
using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;

namespace CasualtyApi.Features.Sources;

/// <summary>A source as read, with what is counted of it.</summary>
internal sealed class SourceRow : IKeyed
{
    public required SourceState Source { get; init; }

    public required List<string> Aliases { get; init; }

    public required int Statements { get; init; }

    public required int Claims { get; init; }

    public LedgerRecord Record => Source;

    public static Expression<Func<Source, SourceRow>> Projection(CasualtyDbContext db) => source => new SourceRow
    {
        Source = source,
        Aliases = source.Aliases.OrderBy(alias => alias.Ordinal).Select(alias => alias.Alias).ToList(),
        Statements = db.StatementSpeakers.Count(speaker => speaker.SourceId == source.Id),
        Claims = db.ClaimClaimants.Count(claimant => claimant.SourceId == source.Id),
    };
}
