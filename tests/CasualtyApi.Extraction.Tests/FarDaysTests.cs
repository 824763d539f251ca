namespace CasualtyApi.Extraction.Tests;

/// <summary>Days at the ends of the calendar, worded or given, end no reading.</summary>
public sealed class FarDaysTests
{
    private static readonly string[] Times =
    [
        "yesterday", "on Monday", "last week", "last month", "last year", "this year", "in the past 24 hours", "over the past 100 years", "in the last decade", "since last year",
        "in the first half of last year", "in the last five months of the year", "in the year to June", "in the 100 years to 1900", "in the 1,200 months to January 1900", "in the year to 31.12.9999",
        "in the year to 01.01.0001", "on 31.12.9999", "on 01.01.0001", "since 31.12.9999", "between January and May", "from October to March", "from 28 December to 3 January", "on 29 February", "in December",
        "in the 99999999999 days to June", "in the first 99999999999 months of 2023", "two days ago", "in 2099", "between 1900 and 2099", "since dawn", "as of Monday", "in two decades",
        "in the past 99999999999 days", "over the last 5,000 years", "in the last 900,000 weeks", "over the past 99999999 months", "in the last 2 million hours", "99999999999 days ago", "in the past 9999999999999999999 years",
    ];

    private static readonly DateOnly?[] Published = [null, DateOnly.MinValue, DateOnly.MaxValue, new(1, 12, 31), new(9999, 1, 1), new(1900, 1, 1), new(2024, 2, 29)];

    public static TheoryData<string> Phrases => [.. Times];

    [Theory]
    [MemberData(nameof(Phrases))]
    public void A_text_is_read_whenever_it_was_published(string time)
    {
        foreach (var published in Published)
        {
            var reading = ArticleReader.Default.Read($"Twelve miners were killed {time}, police said.", published);

            Assert.Equal(12, Assert.Single(reading.Claims).Count.Low);
        }
    }
}
