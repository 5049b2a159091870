namespace RecordingBot.Channels;

/// <summary>What people say to the bot, in both languages; compared without case, surrounding space and closing punctuation.</summary>
public static class Words
{
    public static readonly string[] RecordEnglish = ["record"];
    public static readonly string[] RecordSwedish = ["spela in"];
    public static readonly string[] English = ["english", "engelska", "in english"];
    public static readonly string[] Swedish = ["svenska", "swedish", "på svenska"];
    public static readonly string[] Help = ["help", "hjälp", "?"];
    public static readonly string[] Status = ["status"];
    public static readonly string[] Cancel = ["cancel", "avbryt"];
    public static readonly string[] Back = ["back", "tillbaka"];
    public static readonly string[] Decide = ["decide", "besluta"];
    public static readonly string[] Recordings = ["recordings", "inspelningar", "my recordings", "mina inspelningar"];
    public static readonly string[] Publish = ["publish", "publicera"];
    public static readonly string[] FurtherCourse = ["another course", "annan kurs", "en annan kurs", "en kurs till"];
    public static readonly string[] Tasks = ["tasks", "uppgifter", "my tasks", "mina uppgifter"];
    public static readonly string[] Decisions = ["decisions", "beslut", "my decisions", "mina beslut"];
    public static readonly string[] Notice = ["show notice", "show the notice", "visa information", "visa informationen"];
    public static readonly string[] Announce = ["announce", "announce in the course", "anslå", "anslå i kursen"];
    public static readonly string[] Withdraw =
    [
        "withdraw the approval",
        "withdraw approval",
        "dra tillbaka godkännandet",
        "dra tillbaka ett godkännande",
        "återkalla godkännandet",
    ];
    public static readonly string[] Change = ["change answer", "change an answer", "change answers", "ändra svar", "ändra ett svar"];
    public static readonly string[] Series = ["the whole term", "hela terminen"];
    public static readonly string[] EndSeries = ["end the series", "avsluta serien"];
    public static readonly string[] Confirm = ["confirm", "bekräfta"];
    public static readonly string[] Language = ["language", "språk"];
    public static readonly string[] Referrals = ["referrals", "referral", "hänskjutna frågor", "hänskjutningar"];
    public static readonly string[] ReleaseRemoval = ["release removal", "let removal go on", "låt raderingen fortsätta"];
    public static readonly string[] KeepPaused = ["keep it paused", "keep removal paused", "låt raderingen vara pausad"];
    public static readonly string[] Justify = ["justify", "motivera"];
    public static readonly string[] Delete = ["delete", "radera", "ta bort"];
    public static readonly string[] KeepLonger = ["keep longer", "keep it longer", "behåll längre"];
    public static readonly string[] DeleteNow = ["delete now", "delete it now", "radera nu"];
    public static readonly string[] AskOfficer = ["ask the data protection officer", "ask the dpo", "fråga dataskyddsombudet"];
    public static readonly string[] Questions = ["questions", "frågor"];
    public static readonly string[] Hold = ["hold", "spärra", "spärra mot radering"];
    public static readonly string[] LiftHold = ["lift hold", "lift the hold", "häv spärren", "häv spärr"];
    public static readonly string[] Yes = ["yes", "y", "ja", "j"];
    public static readonly string[] No = ["no", "n", "nej"];
    public static readonly string[] None =
    [
        "none",
        "inget",
        "inga",
        "ingenting",
        "nothing",
        "none of these",
        "none of them",
        "inget av detta",
        "inget av dem",
        "inget av de fyra",
        "none of the four",
    ];
    public static readonly string[] OneByOne = ["one at a time", "en i taget", "en fråga i taget"];
    public static readonly string[] Later = ["later", "senare"];

    /// <summary>A text as it is compared.</summary>
    public static string Of(string? text) =>
        string.Join(' ', (text ?? "").Normalize().ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .TrimEnd('.', '!');

    /// <summary>Whether the text is one of these, and nothing more.</summary>
    public static bool Is(this string text, string[] words) => words.Contains(Of(text), StringComparer.Ordinal);

    /// <summary>Whether the text begins with one of these, as words of their own.</summary>
    public static bool BeginsWith(this string text, string[] words)
    {
        var said = Of(text);
        return words.Any(word =>
            said == word || said.StartsWith(word + " ", StringComparison.Ordinal) || said.StartsWith(word + ",", StringComparison.Ordinal)
        );
    }
}
