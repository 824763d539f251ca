using CasualtyApi.Queries.Methods;
using CasualtyApi.Queries.Subjects;
using CasualtyApi.Store.Subjects;

namespace CasualtyApi.Queries.Comparisons;

/// <summary>The subjects of one part of a selection, each compared when it is first shown. Their links are those of a query that asked for nothing else.</summary>
internal sealed class ComparedPart
{
    private readonly IReadOnlyList<IGrouping<SubjectKey, RepeatGroup>> _subjects;
    private readonly ILookup<SubjectKey, Exclusion> _excluded;
    private readonly ILookup<long, long> _parts;
    private readonly ComparisonResponse?[] _compared;

    private ComparedPart(
        IReadOnlyList<(long First, IGrouping<SubjectKey, RepeatGroup> Subject)> subjects, ILookup<SubjectKey, Exclusion> excluded, ILookup<long, long> parts)
    {
        (Firsts, _subjects) = ([.. subjects.Select(subject => subject.First)], [.. subjects.Select(subject => subject.Subject)]);
        (_excluded, _parts, _compared) = (excluded, parts, new ComparisonResponse?[subjects.Count]);
    }

    /// <summary>Of each subject the first claim, in their order.</summary>
    public IReadOnlyList<long> Firsts { get; }

    /// <summary>The claims about subjects of which none is in force.</summary>
    public IEnumerable<Exclusion> Excluded()
    {
        var known = _subjects.Select(subject => subject.Key).ToHashSet();
        foreach (var exclusion in _excluded.Where(subject => !known.Contains(subject.Key)).SelectMany(subject => subject)) yield return exclusion;
    }

    public ComparisonResponse this[int subject] =>
        LazyInitializer.EnsureInitialized(ref _compared[subject], () => Compared([.. _subjects[subject]], _excluded[_subjects[subject].Key]));

    public static ComparedPart Of(SelectionPart part)
    {
        var sifted = part.Sifted;
        var subjects = sifted.Groups.GroupBy(group => group.Standing.Subject)
            .Select(subject => (First: subject.Min(group => group.Standing.Id), subject)).OrderBy(subject => subject.First).ToList();

        // What gave way to a claim is shown with that claim's subject.
        var over = sifted.Excluded.Select(exclusion => exclusion.Of).OfType<long>().ToHashSet();
        var standing = sifted.Claims.Where(claim => over.Contains(claim.Id)).ToDictionary(claim => claim.Id, claim => claim.Subject);
        return new(
            subjects,
            sifted.Excluded.ToLookup(exclusion => exclusion.Of is { } other && standing.TryGetValue(other, out var subject) ? subject : exclusion.Claim.Subject),
            part.Claims.Concat(part.Related).Where(claim => claim.PartOf is not null).ToLookup(claim => claim.PartOf!.Value, claim => claim.Id));
    }

    private ComparisonResponse Compared(IReadOnlyList<RepeatGroup> groups, IEnumerable<Exclusion> excluded)
    {
        var (newest, older) = Latest.Parted(groups.Select(group => group.Standing));
        var rows = newest.OrderBy(claim => claim.Id).ToList();
        var contradictions = Contradictions.Among(rows);
        var members = groups.ToDictionary(group => group.Standing.Id, group => group.Members.ToList());
        var subject = SubjectResponse.Of([.. groups.Select(group => group.Standing)]);
        return new(
            subject,
            [.. rows.Select(claim => ComparisonRow.Of(claim, members[claim.Id], _parts))],
            Envelope.Over(rows)!, Envelope.Closed(rows), contradictions.Pairs,
            contradictions.Count > contradictions.Pairs.Count ? contradictions.Count : null, Independence.Of(rows),
            ReviewedResponse.Of(rows), ExcludedResponse.Of([.. excluded, .. older]), SubjectLinks.Of(QueryCollection.Empty, subject));
    }
}
