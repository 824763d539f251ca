using System.Globalization;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Queries.Comparisons;
using CasualtyApi.Queries.Documents;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Pages.Review;

/// <summary>One claim at work: itself, its document, and what the reviewer did so far.</summary>
/// <param name="Subject">What else is claimed of the same people; null where the claim stands for nobody.</param>
/// <param name="ETag">Of the state the reviewer saw; sent back with what is decided.</param>
/// <param name="Seen">The ledger's position at which they saw it.</param>
/// <param name="Token">That the form is this service's own.</param>
/// <param name="Once">That the form is sent once, however often it is.</param>
/// <param name="Visitor">Who reviews.</param>
/// <param name="Typed">What could not be done, and is still in its fields.</param>
/// <param name="Fault">Why it was not done, in words; null where nothing failed.</param>
/// <param name="Done">The ledger's position of what was done just now; null where nothing was.</param>
internal sealed record ReviewedClaim(
    ClaimResponse Claim, ReadDocument Document, ComparisonResponse? Subject, string ETag, long Seen, string Token, string Once, Visitor Visitor, Typed Typed, string? Fault, long? Done)
{
    /// <summary>What was done to the claim since what is typed was typed; nothing where nothing is.</summary>
    public IEnumerable<ClaimChange> Meanwhile => long.TryParse(Typed["seen"], CultureInfo.InvariantCulture, out var seen) && Fault is not null
        ? Document.History[Claim.Id].Where(change => change.Position > seen)
        : [];

    /// <summary>What others say of the same people that its range does not meet.</summary>
    public IEnumerable<ComparisonRow> Contradicting => Subject?.Contradicting(Claim.Id) ?? [];

    /// <summary>Whether place or days are not known, so that these may be of other events.</summary>
    public bool IsLoose => Subject is { Subject.Loose: true };

    /// <summary>Words of the claim that do not stand within those it is quoted by; null where all do, or no words may be shown.</summary>
    public string? Outside => Document.Document.Visibility == Visibility.Withheld ? null
        : new[] { Claim.Count.Text, Claim.Party.Text }.FirstOrDefault(words => words is not null && !Claim.Quote.Exact.Contains(words, StringComparison.Ordinal));
}
