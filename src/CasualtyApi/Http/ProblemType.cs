namespace CasualtyApi.Http;

/// <summary>
/// A kind of problem with its stable address (RFC 9457 <c>type</c>). The address leads to a page made of these words.
/// </summary>
internal sealed record ProblemType(string Slug, int Status, string Title, string Meaning)
{
    public static readonly ProblemType MalformedJson = new("malformed-json", 400, "The body is not well-formed JSON",
        "The body could not be read as JSON (RFC 8259) in UTF-8. The detail says where reading stopped.");

    public static readonly ProblemType DuplicateMember = new("duplicate-member", 400, "A member stands twice",
        "An object in the body names a member twice. Which of the two was meant is not for us to choose.");

    public static readonly ProblemType UnknownMember = new("unknown-member", 400, "A member is not known",
        "The body has a member this operation does not know. It is refused, for a mistyped member would otherwise be lost in silence.");

    public static readonly ProblemType WrongType = new("wrong-type", 400, "A member has the wrong type",
        "A member of the body is, say, a number where a string is wanted.");

    public static readonly ProblemType UnknownParameter = new("unknown-parameter", 400, "A query parameter is not known",
        "The query has a parameter this operation does not take. It is refused, for a mistyped filter must never yield unfiltered figures.");

    public static readonly ProblemType BadValue = new("bad-value", 400, "A value cannot be accepted",
        "A parameter or member has a value that is empty, out of range, of the wrong form, or names something that is not there. "
        + "`errors` says which and why, and what was probably meant.");

    public static readonly ProblemType BadRequest = new("bad-request", 400, "The request cannot be understood",
        "The request breaks HTTP itself: its framing, a header, its length or its packing.");

    public static readonly ProblemType HostNotAllowed = new("host-not-allowed", 400, "This service does not go by that name",
        "The header `Host` names none of the hosts this service was configured to answer to (`AllowedHosts`).");

    public static readonly ProblemType KeyInQuery = new("key-in-query", 400, "A key does not belong into an address",
        "The query holds what looks like an API key. Addresses stand in logs, histories and bookmarks, so no key is read from there: send it as the "
        + "header `Authorization: Bearer`. If it was a real one, have it revoked, and take a new one.");

    public static readonly ProblemType KeyMissing = new("key-missing", 401, "A key is needed",
        "This operation writes, or is for those who run the service: send an API key as the header `Authorization: Bearer cas_…`. Whoever runs the "
        + "service hands them out.");

    public static readonly ProblemType KeyMalformed = new("key-malformed", 401, "This is no key",
        "The header `Authorization` must be `Bearer`, one space and one key of 32 to 200 printable ASCII characters. Nothing else is read from it, and "
        + "whoever sends it is not taken for a reader without a key: reading needs none, so leave the header out.");

    public static readonly ProblemType KeyUnknown = new("key-unknown", 401, "This key is not known here",
        "It was never given out by this service. It may belong to another one, or have been cut in copying.");

    public static readonly ProblemType KeyExpired = new("key-expired", 401, "This key has expired",
        "It was given out until a certain time, which is past. Ask for a new one; for reading, leave the header out.");

    public static readonly ProblemType KeyRevoked = new("key-revoked", 401, "This key was revoked",
        "Whoever runs the service took it back. Ask for a new one; for reading, leave the header out.");

    public static readonly ProblemType RoleTooLow = new("role-too-low", 403, "This key may not do this",
        "The key is good, and its role too low: a contributor may add, a reviewer may correct and decide, an admin may hand out keys. The detail names the "
        + "role that is needed.");

    public static readonly ProblemType NotFound = new("not-found", 404, "There is nothing here",
        "No record has this id, or no operation this address. Ids are never reused: what once was here has not become something else.");

    public static readonly ProblemType MethodNotAllowed = new("method-not-allowed", 405, "This method is not offered here",
        "The address exists, but not for this HTTP method. The header `Allow` names those it has.");

    public static readonly ProblemType NotAcceptable = new("not-acceptable", 406, "No format on offer was asked for",
        "The header `Accept` names no media type this operation can answer in.");

    public static readonly ProblemType TooLarge = new("too-large", 413, "The body or text is too long",
        "The request is longer than this service accepts. The detail names the limit.");

    public static readonly ProblemType UnsupportedMediaType = new("unsupported-media-type", 415, "This media type is not read here",
        "The header `Content-Type` (or `Content-Encoding`) is missing or names a form this operation does not read. The detail names those it reads.");

    public static readonly ProblemType TargetTooLong = new("target-too-long", 414, "The address is too long",
        "Path and query are longer than any question that is meant here. Ask for less at once: the ids of many records are better had by a filter that they share.");

    public static readonly ProblemType HeadersTooLarge = new("headers-too-large", 431, "The headers are too large",
        "The request has more headers, or longer ones, than any client needs. Cookies of another service on the same host may be among them.");

    public static readonly ProblemType LastAdminKey = new("last-admin-key", 409, "This is the last key of an admin",
        "Without it nobody could make another key but by the command `keys create` on the service's own machine. Make another admin's key first.");

    public static readonly ProblemType NotAddable = new("not-addable", 422, "These claims cannot be added",
        "Only placed and dated incidents are added up, of which no two can overlap. `claims` names the claims that are no such incident, `pairs` "
        + "the incidents that can be one another or hold people of one another. Narrow the filter, or ask by another method.");

    public static readonly ProblemType OwnContribution = new("own-contribution", 403, "This is your own contribution",
        "Nobody decides on a claim that the same key added or corrected: somebody else has to look at it. What the engine read belongs to nobody. An "
        + "installation of one person can allow it: `Review__AllowOwn`.");

    public static readonly ProblemType DecisionNotPossible = new("decision-not-possible", 409, "This cannot be decided now",
        "The claim's status does not allow the decision. The detail names those it allows; docs/review.md has the whole table.");

    public static readonly ProblemType AlreadyThere = new("already-there", 409, "It is there already",
        "What was to be added, or done, is there already. The detail names it.");

    public static readonly ProblemType Stale = new("stale", 412, "It has changed since you saw it",
        "The header `If-Match` names another state than the present one. Get the record again, look at what is new, and send the change with the ETag of "
        + "that answer.");

    public static readonly ProblemType PreconditionMissing = new("precondition-missing", 428, "Say which state you have seen",
        "Who changes a record names its ETag in the header `If-Match`, so that nobody overwrites what he has not seen. `*` stands for whatever it is.");

    public static readonly ProblemType SpanOutside = new("span-outside", 422, "The span lies outside the document",
        "`start` and `end` count Unicode code points of the document's text, `end` exclusive. The detail says how many it has.");

    public static readonly ProblemType WordsDiffer = new("words-differ", 422, "These are not the document's words",
        "Nobody can store a statement or a claim whose words are not exactly the document's, character by character. The detail shows what stands at "
        + "the span, and where the words that were sent do stand, or the first character that differs.");

    public static readonly ProblemType UnknownReference = new("unknown-reference", 422, "The body names a record that is not there",
        "A member of the body holds the id of a record that does not exist. `errors` says which.");

    public static readonly ProblemType LinkNotPossible = new("link-not-possible", 422, "These claims cannot be linked so",
        "A link leads to the first claim of its kind, never to one that repeats it, and both must be about the same people; docs/review.md has every rule. "
        + "`errors` says which link fails, and why.");

    public static readonly ProblemType NotPossible = new("not-possible", 422, "This cannot be done",
        "The body is well formed, and what it asks for contradicts what is stored. `errors` says how.");

    public static readonly ProblemType TooManyRequests = new("too-many-requests", 429, "Too many requests",
        "This client has made as many requests of this kind as it may in a minute. `Retry-After` says when its next minute begins; `RateLimit` and "
        + "`RateLimit-Policy`, on every answer, say how many are left and of how many. A key has limits of its own, wider than an address has.");

    public static readonly ProblemType WordsWithheld = new("words-withheld", 403, "These words are not shown",
        "A reviewer found that the document's words, or those around what it claims, may not be shown; the reason stands in `/changes`. What was counted, and who said so, "
        + "is there all the same. The ledger holds the words' hashes, so nobody can put other words in their place.");

    public static readonly ProblemType IdempotencyKeyInUse = new("idempotency-key-in-use", 409, "A request with this key is being answered",
        "The header `Idempotency-Key` is that of a request of yours which has no answer yet. Wait for that, or send this one again a little later.");

    public static readonly ProblemType IdempotencyKeyReused = new("idempotency-key-reused", 422, "This key belongs to another body",
        "A request with this `Idempotency-Key` was answered within the last 24 hours, and its body was another. A new request takes a new key.");

    public static readonly ProblemType PageUnreadable = new("page-unreadable", 422, "No article was found on the page",
        "The HTML holds no text that could be an article, or its elements lie too deep in one another to be one. Send the article's text instead.");

    public static readonly ProblemType StorageFull = new("storage-full", 507, "There is no room to write",
        "The disk the database lies on is full, or nearly so. Nothing of the request was kept, and reading goes on. It heals by itself once there is room.");

    public static readonly ProblemType InternalError = new("internal-error", 500, "Something failed here",
        "The fault is ours. `traceId` finds it in the service's log.");

    public static readonly ProblemType Unavailable = new("unavailable", 503, "Not available just now",
        "The database is busy or away. The header `Retry-After` says when to try again.");

    /// <summary>Every type, in the order of their statuses.</summary>
    public static IReadOnlyList<ProblemType> All { get; } =
    [
        MalformedJson, DuplicateMember, UnknownMember, WrongType, UnknownParameter, BadValue, BadRequest, HostNotAllowed, KeyInQuery, KeyMissing,
        KeyMalformed, KeyUnknown, KeyExpired, KeyRevoked, RoleTooLow, OwnContribution, WordsWithheld, NotFound, MethodNotAllowed, NotAcceptable,
        LastAdminKey, DecisionNotPossible, AlreadyThere, IdempotencyKeyInUse, Stale, TooLarge, TargetTooLong, UnsupportedMediaType, NotAddable, SpanOutside, WordsDiffer,
        UnknownReference, LinkNotPossible, NotPossible, IdempotencyKeyReused, PageUnreadable, PreconditionMissing, TooManyRequests, HeadersTooLarge,
        InternalError, Unavailable, StorageFull,
    ];

    public string Address => $"/problems/{Slug}";

    /// <summary>The type that stands for a bare status code, such as routing's 404.</summary>
    public static ProblemType For(int status) => status switch
    {
        400 => BadRequest,
        < 500 => All.FirstOrDefault(type => type.Status == status) ?? BadRequest,
        503 => Unavailable,
        507 => StorageFull,
        _ => InternalError,
    };
}
