using CasualtyApi.Http;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries;

/// <summary>A record by one of its names.</summary>
internal sealed class Named
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string Folded { get; init; }
}

/// <summary>
/// What the words of a filter mean: an id, or an exact name or alias (case and accents folded) and then all that bear it.
/// Filters work on the ids alone.
/// </summary>
internal sealed class NameFilter(string noun, Func<CasualtyDbContext, IQueryable<Named>> names)
{
    /// <summary>How many names are looked through for a near one.</summary>
    private const int Candidates = 5_000;

    public static readonly NameFilter Party = new("party", db => db.Parties
        .Select(party => new Named { Id = party.Id, Name = party.Name, Folded = party.NameFolded }));

    public static readonly NameFilter Place = new("place", db => db.Places
        .Select(place => new Named { Id = place.Id, Name = place.Name, Folded = place.NameFolded }));

    public static readonly NameFilter Source = new("source", db => db.Sources
        .Select(source => new Named { Id = source.Id, Name = source.Name, Folded = source.NameFolded })
        .Concat(db.SourceAliases.Select(alias => new Named { Id = alias.SourceId, Name = alias.Alias, Folded = alias.AliasFolded })));

    /// <summary>A document goes by its id, its title, or the SHA-256 of its text.</summary>
    public static readonly NameFilter Document = new("document", db => db.Documents
        .Where(document => document.Title != null)
        .Select(document => new Named { Id = document.Id, Name = document.Title!, Folded = document.Title! })
        .Concat(db.Documents.Select(document => new Named { Id = document.Id, Name = document.Sha256, Folded = document.Sha256 })));

    public static readonly NameFilter Statement = new("statement", db => db.Statements
        .Where(statement => false)
        .Select(statement => new Named { Id = statement.Id, Name = "", Folded = "" }));

    /// <summary>The ids meant by a filter, or the refusal of a name nothing bears.</summary>
    public async Task<(IReadOnlyList<long> Ids, BadRequestProblem? Problem)> ReadAsync(
        QueryValues query, QueryList<string> field, CasualtyDbContext db, HeldClaims? known, CancellationToken cancellationToken)
    {
        if (!query.Has(field)) return ([], null);
        var ids = new List<long>();
        foreach (var given in query.Get(field))
        {
            // A name may hold a comma, so the whole is tried before its parts.
            IReadOnlyList<long> whole = given.Contains(',') ? await BearersAsync(given, db, known, cancellationToken) : [];
            foreach (var word in whole.Count > 0 ? [] : given.Split(',', StringSplitOptions.TrimEntries))
            {
                var found = await BearersAsync(word, db, known, cancellationToken);
                if (found.Count == 0)
                {
                    return ([], BadRequestProblem.BadValue(field.Name, await UnknownAsync(word, db, cancellationToken)));
                }

                ids.AddRange(found);
            }

            ids.AddRange(whole);
        }

        return (ids, null);
    }

    private async Task<IReadOnlyList<long>> BearersAsync(string word, CasualtyDbContext db, HeldClaims? known, CancellationToken cancellationToken)
    {
        if (QueryFields.IsId(word, out var id))
        {
            return IsHeld(known, id) || await Exists(db, id).AnyAsync(cancellationToken) ? [id] : [];
        }

        var folded = Folding.Fold(word);
        if (this == Document) return await DocumentsAsync(word, folded, db, cancellationToken);
        return await names(db).Where(name => name.Folded == folded).Select(name => name.Id).Distinct().ToListAsync(cancellationToken);
    }

    /// <summary>Titles have no folded column: the words are looked for, and what is found is compared.</summary>
    private static async Task<IReadOnlyList<long>> DocumentsAsync(string title, string folded, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var hashed = await db.Documents.Where(document => document.Sha256 == folded).Select(document => document.Id).ToListAsync(cancellationToken);
        if (hashed.Count > 0) return hashed;
        var words = SearchWord.In(title).Select(word => word.Folded).Take(SearchTerms.MostWords).ToList();
        if (words.Count == 0) return await db.Documents.Where(document => document.Title == title).Select(document => document.Id).ToListAsync(cancellationToken);
        var states = db.FullText.Hits(RecordKind.Document, db.FullText.MatchWords(words));
        var found = await db.Documents.Where(document => document.Title != null && states.Contains((document.Id * SearchState.PerRecord) + document.Revision)
                && states.Select(state => state / SearchState.PerRecord).Contains(document.Id))
            .Select(document => new { document.Id, document.Title }).ToListAsync(cancellationToken);
        return [.. found.Where(document => Folding.Fold(document.Title!) == folded).Select(document => document.Id)];
    }

    private bool IsHeld(HeldClaims? known, long id) => known is not null && id < int.MaxValue && noun switch
    {
        "party" => known.Names.Party(id) is not null,
        "place" => known.Names.Place(id) is not null,
        "source" => id <= known.Sources.Last && known.Sources.Name((int)id) is not null,
        _ => false,
    };

    private IQueryable<long> Exists(CasualtyDbContext db, long id) => noun switch
    {
        "party" => db.Parties.Where(party => party.Id == id).Select(party => party.Id),
        "place" => db.Places.Where(place => place.Id == id).Select(place => place.Id),
        "document" => db.Documents.Where(document => document.Id == id).Select(document => document.Id),
        "statement" => db.Statements.Where(statement => statement.Id == id).Select(statement => statement.Id),
        _ => db.Sources.Where(source => source.Id == id).Select(source => source.Id),
    };

    private async Task<string> UnknownAsync(string word, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        if (word.Length == 0)
        {
            return "has an empty value.";
        }

        var folded = Folding.Fold(word);
        var known = await names(db).Take(Candidates).Select(name => name.Name).ToListAsync(cancellationToken);
        var within = known.Where(name => folded.Length > 2 && Folding.Fold(name).Contains(folded, StringComparison.Ordinal));
        var near = Nearest.To(word, known.Distinct(StringComparer.Ordinal), most: 3).Concat(within).Distinct(StringComparer.Ordinal).Take(3).ToList();
        return near.Count == 0
            ? $"there is no {noun} '{word}'."
            : $"there is no {noun} '{word}'. Did you mean {string.Join(" or ", near.Select(name => $"'{name}'"))}?";
    }
}
