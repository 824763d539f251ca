namespace CasualtyApi.Pages;

/// <summary>Whom to tell of a weakness.</summary>
internal sealed class SecurityTxtOptions
{
    public const string Section = "SecurityTxt";

    /// <summary>A URI; null for mailto:security@ and the host's name, the mailbox RFC 2142 sets aside for it.</summary>
    public string? Contact { get; set; }

    /// <summary>Until when the file may be relied on; null for half a year from when it is asked for.</summary>
    public DateTimeOffset? Expires { get; set; }
}
