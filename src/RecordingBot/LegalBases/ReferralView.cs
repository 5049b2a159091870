using RecordingPolicy;

namespace RecordingBot.LegalBases;

/// <summary>A referral as the data protection officer reads it: the facts that were given, and the rules at stake.</summary>
/// <param name="Facts">Each fact by its name.</param>
/// <param name="Rules">What each rule says.</param>
public sealed record ReferralView(
    IReadOnlyList<(LocalizedText Name, LocalizedText Words)> Facts,
    IReadOnlyList<ReferralView.RuleAtStake> Rules
)
{
    /// <summary>A rule that refers.</summary>
    /// <param name="Id">The rule's id.</param>
    /// <param name="Message">What it says.</param>
    /// <param name="Source">Where it stands.</param>
    public sealed record RuleAtStake(string Id, LocalizedText Message, string Source);
}
