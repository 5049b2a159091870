using System.Globalization;
using System.Text.Json.Nodes;
using RecordingPolicy.Expiry;
using RecordingPolicy.Meetings;

namespace RecordingPolicy.Decisions;

/// <summary>Writes a request as JSON, for storage and replay: read again under the same packs it is an equal request.</summary>
public static class RequestJson
{
    /// <summary>Writes every field, in the order of rules.md; null means not answered.</summary>
    public static JsonObject ToJson(RecordingRequest request) =>
        new()
        {
            ["pack"] = request.Pack,
            ["meeting"] = MeetingJson(request.Meeting),
            ["recorder"] = new JsonObject { ["role"] = WireName.Of(request.Recorder) },
            ["audience"] = AudienceJson(request.Audience),
            ["purpose"] = new JsonObject { ["text"] = request.Purpose.Text, ["category"] = request.Purpose.Category },
            ["necessity"] = new JsonObject
            {
                ["achievableWithout"] = request.Necessity.AchievableWithout,
                ["achievableAnonymously"] = request.Necessity.AchievableAnonymously,
                ["justification"] = request.Necessity.Justification,
            },
            ["legalBasis"] = new JsonObject
            {
                ["kind"] = WireName.Of(request.LegalBasis.Kind),
                ["reference"] = request.LegalBasis.Reference,
            },
            ["contains"] = ContentJson(request.Contains),
            ["participationOptions"] = new JsonObject
            {
                ["cameraOptional"] = request.ParticipationOptions.CameraOptional,
                ["microphoneOptional"] = request.ParticipationOptions.MicrophoneOptional,
                ["reason"] = request.ParticipationOptions.Reason,
            },
            ["research"] = new JsonObject { ["externalPartner"] = request.ExternalPartner },
            ["storage"] = new JsonObject
            {
                ["place"] = WireName.Of(request.Storage?.Place),
                ["name"] = request.Storage?.Name,
                ["country"] = request.Storage?.Country,
            },
            ["publication"] = new JsonObject
            {
                ["kind"] = WireName.Of(request.Publication?.Kind),
                ["target"] = request.Publication?.Target,
            },
            ["availability"] = AvailabilityJson(request.Availability),
            ["deviationReason"] = request.DeviationReason,
            ["caseRecord"] = request.CaseRecord,
            ["approvals"] = new JsonObject
            {
                ["dpo"] = request.Approvals.Dpo,
                ["ethics"] = request.Approvals.Ethics,
                ["jointControllers"] = request.Approvals.JointControllers,
            },
        };

    private static JsonObject MeetingJson(Meeting meeting) =>
        new()
        {
            ["platform"] = WireName.Of(meeting.Platform),
            ["kind"] = WireName.Of(meeting.Kind),
            ["topic"] = meeting.Topic,
            ["startsAt"] = Moment(meeting.StartsAt),
            ["endsAt"] = Moment(meeting.EndsAt),
            ["course"] = meeting.Course is not { } course
                ? null
                : new JsonObject
                {
                    ["id"] = course.Id,
                    ["isPublic"] = course.IsPublic,
                    ["closesAt"] = Moment(course.ClosesAt),
                },
        };

    private static JsonObject AudienceJson(Audience audience) =>
        new()
        {
            ["groups"] = new JsonArray([.. AudienceGroupNames.Of(audience.Groups).Select(name => JsonValue.Create(name))]),
            ["dependent"] = audience.Dependent,
            ["onlyContractParties"] = audience.OnlyContractParties,
        };

    private static JsonObject ContentJson(MeetingContent content) =>
        new()
        {
            ["sensitive"] = content.Sensitive,
            ["confidential"] = content.Confidential,
            ["private"] = content.Private,
            ["personalIdentityNumbers"] = content.PersonalIdentityNumbers,
        };

    private static JsonObject AvailabilityJson(Availability? availability) =>
        new()
        {
            ["kind"] = WireName.Of(
                availability switch
                {
                    Availability.CourseLifetime => AvailabilityKind.CourseLifetime,
                    Availability.Until => AvailabilityKind.Until,
                    Availability.For => AvailabilityKind.For,
                    _ => (AvailabilityKind?)null,
                }
            ),
            ["until"] = (availability as Availability.Until)?.Day.ToString("O", CultureInfo.InvariantCulture),
            ["duration"] = (availability as Availability.For)?.Period.ToString(),
        };

    private static string? Moment(DateTimeOffset? moment) =>
        moment?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
}
