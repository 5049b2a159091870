using System.Collections.Immutable;

namespace RecordingPolicy.Packs;

/// <summary>What the whole house always does, at no step in particular.</summary>
internal static class HouseRules
{
    /// <summary>
    /// <c>messages.no-content</c>: messages carry links and rule ids, never what a meeting is about beyond its title. Source:
    /// HB §19, §21.
    /// </summary>
    public static readonly Rule MessagesNoContent = Rule.Behaviour("messages.no-content", "base", "HB §19", "HB §21");

    /// <summary><c>log.access</c>: every successful and failed access to personal data is logged. Source: HB §15 c.</summary>
    public static readonly Rule LogAccess = Rule.Behaviour("log.access", "base", "HB §15 c");

    /// <summary><c>log.followed-up</c>: logs are reviewed and deleted on time. Source: HB §15 d.</summary>
    public static readonly Rule LogFollowedUp = Rule.Behaviour("log.followed-up", "base", "HB §15 d");

    /// <summary>
    /// <c>register.processing</c>: each decision feeds the Article 30 record. Source: HB <i>Anmälan</i>; GDPR 30.
    /// </summary>
    public static readonly Rule RegisterProcessing = Rule.Behaviour("register.processing", "base", "HB Anmälan", "GDPR 30");

    /// <summary>
    /// <c>rights.exercised</c>: requests are taken in on the notice page and answered within a month. Source: HB <i>De
    /// registrerades rättigheter</i>; GDPR 12, 15–21.
    /// </summary>
    public static readonly Rule RightsExercised = Rule.Behaviour(
        "rights.exercised",
        "base",
        "HB De registrerades rättigheter",
        "GDPR 12",
        "GDPR 15–21"
    );

    public static ImmutableArray<Rule> All => [MessagesNoContent, LogAccess, LogFollowedUp, RegisterProcessing, RightsExercised];
}
