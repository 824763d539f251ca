using System.Text.Json;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Http;

/// <summary>A word of this API and what it means.</summary>
internal sealed record Definition(string Word, string Meaning);

/// <summary>The words of one kind, such as every category.</summary>
internal sealed record Vocabulary(string Name, string Meaning, IReadOnlyList<Definition> Words);

/// <summary>Every word with which this API answers, defined once: for the codebook and for the OpenAPI document.</summary>
internal static class Definitions
{
    private static readonly (Type Type, string Meaning, string[] Words)[] Table =
    [
        (typeof(CasualtyCategory), "What happened to the people counted.",
        [
            "Dead by any cause the words give: killed, fallen, martyred, eliminated, found dead, suicides.",
            "Hurt and alive: injured, wounded, hospitalised, treated, maimed, in critical condition.",
            "Either, where the words do not part them: \"casualties\", \"losses\", \"killed or wounded\".",
            "Not accounted for.",
            "In enemy hands: captured, surrendered, taken prisoner.",
            "Taken away against their will: hostages, kidnapped.",
            "Driven from home: fled, evacuated, made homeless.",
            "Any other union of the above (\"killed or captured\"); `mixedOf` names its members.",
        ]),
        (typeof(CountRelation), "How the people counted relate to the number in the words.",
        [
            "The number itself: \"12\", \"a soldier\", \"no one\". `low` and `high` are the number.",
            "Near the number: \"about\", \"some\", \"nearly 300\". `low` and `high` are the number.",
            "Above the number: \"more than\", \"over 1,000\". `low` is the number as worded, itself excluded; `high` is open.",
            "The number or more: \"at least\", \"no fewer than 40\". `low` is the number; `high` is open.",
            "The number or fewer: \"up to\", \"as many as 60\". `high` is the number; `low` is open.",
            "Below the number: \"fewer than\", \"under 60\". `high` is the number as worded, itself excluded; `low` is open.",
            "From one number to another: \"50 to 60\", \"double-digit\". `low` and `high` are the two, included.",
            "A number of no exact size: \"dozens\", \"several\", a plural without a number. `low` is the least the words mean; `high` is open.",
            "Words of size without a number: \"heavy\", \"significant\". `low` and `high` are open.",
        ]),
        (typeof(PartyKind), "What people were counted: the most specific kind worded.",
        [
            "Soldiers, troops, forces, officers of a state.",
            "Fighters of a group that is no state's army.",
            "Police and other security forces within a state.",
            "People who take no part in fighting, not said which.",
            "Children, girls, boys, babies; within civilians.",
            "Women; within civilians.",
            "Doctors, nurses, ambulance crews; within civilians.",
            "Journalists and other people of the media; within civilians.",
            "People of relief organizations and the United Nations; within civilians.",
            "Prisoners, detainees, prisoners of war.",
            "People, not said which; every other kind lies within.",
        ]),
        (typeof(SourceKind), "What a source is.",
        [
            "A person who speaks in a public or professional role.",
            "A government, ministry or office of a state.",
            "Armed forces of a state, or a part of them.",
            "A group that fights and is no state's army.",
            "An organization of states, such as the United Nations.",
            "Any other organization.",
            "A newspaper, broadcaster or agency.",
            "Somebody who studies and judges: an institute, an expert.",
            "Named by what it is, not by who it is (\"reports\", \"a resident\"). It belongs to one document and is never the same in two.",
        ]),
        (typeof(StatementKind), "How a statement stands in its document.",
        [
            "Inside quotation marks; the span leaves the marks out.",
            "Attributed without being a quotation: the sentence, or the clause with its own reporting word.",
            "The document's own voice, kept only where it carries a claim.",
        ]),
        (typeof(ClaimScope), "The stretch of time or event a count is of.",
        [
            "One event, its rising toll included.",
            "A window that closes: \"the past 24 hours\".",
            "A running count from a baseline to the time of speaking: \"since\", \"so far\".",
            "So many in each stretch of time: \"1,500 a day\". Never added, never multiplied.",
            "Not said.",
        ]),
        (typeof(Certainty), "How sure the words are, read from hedges on the claim itself.",
        [
            "Said without a hedge.",
            "Said as an estimate.",
            "Said as likely, probable, believed or feared.",
            "Said as hearsay (\"reportedly\"), or as what another claims.",
            "Said not to be so; `disputes` names the claim denied.",
        ]),
        (typeof(ClaimStatus), "What a person decided on the reading. Accepted means faithful to the words; it says nothing of the number being true.",
        [
            "Read by the engine, decided by nobody yet.",
            "The reading is faithful to the words.",
            "The reading is not faithful to the words.",
            "Another claim has taken its place.",
            "Accepted once, and withdrawn.",
        ]),
        (typeof(ReviewDecision), "What a reviewer can decide on a claim's reading. docs/review.md has which decision is possible when.",
        [
            "The reading is faithful to the words.",
            "The reading is not faithful to the words.",
            "Withdraw what was accepted.",
            "Put another claim of the same document, `by`, in its place.",
            "Make it undecided again; what was retracted or superseded, only an admin.",
        ]),
        (typeof(PlacePrecision), "How closely a place is known.",
        [
            "A point: a building, a crossing.",
            "A town or city.",
            "A region or province; its coordinates are a centroid.",
            "A country; its coordinates are a centroid.",
        ]),
        (typeof(Visibility), "How much of a document's words may be shown.",
        [
            "All of them.",
            "The words of statements and claims, not the text around them.",
            "None of them.",
        ]),
        (typeof(RecordKind), "The records whose every change stands in the ledger.",
        [
            "An article as received.",
            "Anyone who says something, or publishes it.",
            "Something a source says in a document.",
            "One casualty assertion inside a statement.",
        ]),
        (typeof(ChangeKind), "What a change did to its record.",
        [
            "Made it.",
            "Added what a further document says of it: an alias, an affiliation, a publication, an earlier claim it repeats.",
            "Corrected it by hand.",
            "Found the claim's reading faithful to the words.",
            "Found the claim's reading not faithful to the words.",
            "Withdrew a claim that was accepted. It stays where it is, as every record does: whoever follows the changes takes it out of figures of their own.",
            "Put another claim, or none, in the claim's place; `supersededById` names it.",
            "Made the claim undecided again.",
            "Found the source to be another; `mergedIntoId` names it.",
            "Found the source to be itself after all.",
        ]),
        (typeof(Role), "What the holder of a key may do. Each role may do what those before it may.",
        [
            "Read, as anybody may without a key; what is read is counted for the key.",
            "Add documents, statements and claims.",
            "Correct, decide on claims, merge sources.",
            "Hand out and revoke keys; reopen what was retracted or superseded.",
        ]),
        (typeof(AggregateMethod), "How one figure is made of the claims in force about one subject. docs/methods.md has each with an example.",
        [
            "Each originator's newest claim, then the envelope of these: what they say now, side by side.",
            "The envelope of all claims in force, earlier tolls too: the history of what was said, not an uncertainty.",
            "The interval that lies in the newest ranges of most originators that can be told apart, with its support \"n of m\". "
            + "Null unless n is more than half of m and m is 3 or more, and where two intervals have equally many.",
            "The envelope of the newest claims of the best-graded originators present. Null where none is graded A to E.",
            "The `latest` ranges of incidents added up, lows to lows and highs to highs. Refused where a claim is no placed and dated incident, "
            + "or two incidents can overlap.",
        ]),
        (typeof(ExclusionReason), "Why a selected claim is not used. A claim to which several apply has the first of them; one without the date that was asked for is `undated` before all else.",
        [
            "It was rejected, superseded or retracted.",
            "It denies a number.",
            "It gives no number.",
            "It is so many in each stretch of time; never added, never multiplied.",
            "A later claim replaces it in its own words; `of` names that one.",
            "It says another selected claim again; `of` names that one.",
            "Its people are counted in another selected claim about the same subject; `of` names that one.",
            "Its originator has a newer claim about the same subject; `of` names that one.",
            "It has no date by which it could be selected.",
            "Nobody has graded its originator's reliability, or graded it F.",
            "A better-graded originator is present.",
            "Its originator cannot be told from the others: somebody unnamed, or a document without publisher.",
        ]),
        (typeof(Stance), "How who claims stands to whom it happened to.",
        [
            "The claimant speaks for the party: own losses.",
            "The claim blames the claimant's own side.",
            "Neither; a country alone makes nobody an opponent.",
        ]),
    ];

    public static IReadOnlyList<Vocabulary> All { get; } = [.. Table.Select(row => new Vocabulary(
        JsonNamingPolicy.CamelCase.ConvertName(row.Type.Name), row.Meaning,
        [.. Enum.GetNames(row.Type).Zip(row.Words, (name, meaning) =>
            new Definition(JsonNamingPolicy.KebabCaseLower.ConvertName(name), meaning))]))];

    /// <summary>The words of an enum; the engine's enums and the store's have the same members, and so the same name.</summary>
    public static Vocabulary? Of(Type type) =>
        All.FirstOrDefault(vocabulary => vocabulary.Name == JsonNamingPolicy.CamelCase.ConvertName(type.Name));
}
