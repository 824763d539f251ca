namespace CasualtyApi.Http;

/// <summary>The parameters every list takes besides its filters.</summary>
internal static class PageFields
{
    public const int DefaultLimit = 50;
    public const int HighestLimit = 500;
    public const string MembersName = "fields";

    /// <summary>What JSON says in <see cref="Page{T}.Undated"/>; other forms have no place for it in their bodies.</summary>
    public const string UndatedHeader = "Undated";

    public static readonly QueryField<long?> Limit = QueryFields.Number(
        "limit", "How many items a page holds.", 1, HighestLimit, DefaultLimit, selects: false);

    public static readonly QueryField<Cursor?> Cursor = new(
        "cursor", "Continues a list: `next` of the page before, sent back with the same filters and sort.", Http.Cursor.Read)
    { Selects = false };

    public static readonly QueryField<string> Total = QueryFields.Word(
        "total", "How `total` is counted: absent, exactly up to 10,000; `exact`, to the end; `none`, not at all.",
        ["exact", "none"], selects: false);

    /// <summary>Which members of each item are wanted, for a response type.</summary>
    public static QueryList<string> Members<T>()
    {
        var names = ApiJson.MemberNames(typeof(T));
        return new(MembersName, "Which top-level members each item shows; absent, all. `id` always comes.",
            word => names.Contains(word, StringComparer.Ordinal) ? (word, null) : (null, QueryFields.NotAmong(word, names)))
        { Words = names, Selects = false };
    }
}
