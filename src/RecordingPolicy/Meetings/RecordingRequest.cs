using System.Collections.Immutable;
using RecordingPolicy.Expiry;
using RecordingPolicy.LegalBases;
using RecordingPolicy.Publication;
using RecordingPolicy.Recordings;

namespace RecordingPolicy.Meetings;

/// <summary>
/// The facts of a decision (rules.md, "What the bot asks for"). Null means not answered. Two requests with the same facts are
/// equal, so that an approval can be dropped when they change.
/// </summary>
public sealed record RecordingRequest
{
    /// <summary>The name of the pack that decides.</summary>
    public required string Pack { get; init; }
    public required Meeting Meeting { get; init; }
    public RecorderRole? Recorder { get; init; }
    public Audience Audience { get; init; } = new();
    public Purpose Purpose { get; init; } = new();
    public Necessity Necessity { get; init; } = new();
    public LegalBasis LegalBasis { get; init; } = new();
    public MeetingContent Contains { get; init; } = new();
    public ParticipationOptions ParticipationOptions { get; init; } = new();

    /// <summary>Research only: whether there is a partner outside the institution.</summary>
    public bool? ExternalPartner { get; init; }
    public Storage? Storage { get; init; }

    /// <summary>Where the recording is published; null while undecided.</summary>
    public PublicationTarget? Publication { get; init; }

    /// <summary>How long the recording is kept; null while undecided.</summary>
    public Availability? Availability { get; init; }

    /// <summary>Why publication or availability is not the normal case.</summary>
    public string? DeviationReason { get; init; }

    /// <summary>Whether the recording is or becomes part of a case.</summary>
    public bool? CaseRecord { get; init; }
    public Approvals Approvals { get; init; } = new();

    /// <summary>Every text that a person wrote freely, answered or not.</summary>
    public ImmutableArray<FreeText> FreeTexts =>
        [
            new("meeting.topic", Meeting.Topic),
            new("purpose.text", Purpose.Text),
            new("necessity.justification", Necessity.Justification),
            new("legalBasis.reference", LegalBasis.Reference),
            new("participationOptions.reason", ParticipationOptions.Reason),
            new("deviationReason", DeviationReason),
        ];

    /// <summary>
    /// The request with every free text dropped that holds somebody's personnummer, phone number or e-mail address: such a
    /// text is never stored (<c>purpose.minimised-text</c>).
    /// </summary>
    public RecordingRequest WithoutPersonalTexts() =>
        this with
        {
            Meeting = Meeting with { Topic = Kept(Meeting.Topic) },
            Purpose = Purpose with { Text = Kept(Purpose.Text) },
            Necessity = Necessity with { Justification = Kept(Necessity.Justification) },
            LegalBasis = LegalBasis with { Reference = Kept(LegalBasis.Reference) },
            ParticipationOptions = ParticipationOptions with { Reason = Kept(ParticipationOptions.Reason) },
            DeviationReason = Kept(DeviationReason),
        };

    private static string? Kept(string? text) => PersonalData.IsIn(text) ? null : text;
}
