using System.Text.Json;
using System.Text.RegularExpressions;
using RecordingPolicy.Expiry;
using RecordingPolicy.LegalBases;
using RecordingPolicy.Meetings;
using RecordingPolicy.Packs;
using RecordingPolicy.Publication;
using RecordingPolicy.Recordings;

namespace RecordingPolicy.Decisions;

/// <summary>
/// Reads a request from JSON (rules.md, "What comes out" and "The decision as JSON"). Nothing is guessed: an unknown field, an
/// unknown value and a contradiction are errors that name the field, all of them at once.
/// </summary>
public sealed partial class RequestReader
{
    private readonly List<RequestError> errors = [];
    private readonly PolicyPack? pack;
    private readonly FieldReader root;

    private RequestReader(JsonElement json, IReadOnlyDictionary<string, PolicyPack> packs, string? asked)
    {
        root = FieldReader.Root(json, errors);
        pack = ReadPack(packs, asked);
    }

    /// <summary>How a request's JSON is to be parsed: no field twice, and not endlessly deep.</summary>
    public static JsonDocumentOptions JsonOptions { get; } = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>Reads a request.</summary>
    /// <param name="request">The JSON as it came.</param>
    /// <param name="packs">The packs that are loaded, by name.</param>
    /// <param name="pack">The pack that was asked for beside the request; another one in the request is a contradiction. Null where none was.</param>
    public static RequestReading Read(JsonElement request, IReadOnlyDictionary<string, PolicyPack> packs, string? pack = null)
    {
        var reader = new RequestReader(request, packs, pack);
        var read = reader.ReadRequest();
        return read is null || reader.errors.Count > 0 ? new([.. reader.errors]) : new(read);
    }

    private PolicyPack? ReadPack(IReadOnlyDictionary<string, PolicyPack> packs, string? asked)
    {
        var known = LocalizedText.Same(string.Join(", ", packs.Keys.Order(StringComparer.Ordinal)));
        var named = root.Text("pack");
        if (named is null && !root.Has("pack"))
            root.Note("pack", "required", known);
        else if (named is not null && !packs.ContainsKey(named))
            root.Note("pack", "takes.choice", known);
        else if (named is not null && asked is not null && !string.Equals(named, asked, StringComparison.Ordinal))
            root.Note("pack", "contradicts.pack");
        return named is null ? null : packs.GetValueOrDefault(named);
    }

    private RecordingRequest? ReadRequest()
    {
        // Every field is read, also after one that is required was missing: a person wants to hear of all mistakes at once.
        var meeting = ReadMeeting();
        var availability = ReadAvailability(meeting);
        var request = new RecordingRequest
        {
            Pack = pack?.Name ?? "",
            // Only stands in until the errors go out in the request's place.
            Meeting = meeting ?? new(default, default, default),
            Recorder = Within("recorder", fields => fields.Choice<RecorderRole>("role")),
            Audience = Within("audience", ReadAudience),
            Purpose = Within("purpose", ReadPurpose),
            Necessity = Within("necessity", ReadNecessity),
            LegalBasis = Within("legalBasis", ReadBasis),
            Contains = Within("contains", ReadContent),
            ParticipationOptions = Within("participationOptions", ReadOptions),
            ExternalPartner = Within("research", fields => fields.YesOrNo("externalPartner")),
            Storage = Within("storage", ReadStorage),
            Publication = Within("publication", ReadPublication),
            Availability = availability,
            DeviationReason = root.Text("deviationReason"),
            CaseRecord = root.YesOrNo("caseRecord"),
            Approvals = Within("approvals", ReadApprovals),
        };
        root.Close();
        return meeting is null || pack is null ? null : request;
    }

    private Meeting? ReadMeeting() =>
        Within(
            "meeting",
            fields =>
            {
                var platform = Required(fields, "platform", fields.Choice<MeetingPlatform>);
                var kind = fields.Choice<MeetingKind>("kind");
                var topic = fields.Text("topic");
                var startsAt = Required(fields, "startsAt", fields.Moment);
                var endsAt = Required(fields, "endsAt", fields.Moment);
                var course = ReadCourse(fields.Object("course"), startsAt);
                if (kind is MeetingKind.Other && course is not null)
                    fields.Note("course", "contradicts.course");
                if (endsAt < startsAt)
                    fields.Note("endsAt", "contradicts.end");
                return platform is null || startsAt is null || endsAt is null || endsAt < startsAt
                    ? null
                    : new Meeting(platform.Value, startsAt.Value, endsAt.Value)
                    {
                        Kind = kind,
                        Topic = topic,
                        Course = course,
                    };
            }
        );

    /// <summary>A course without an id is no course.</summary>
    private static MeetingCourse? ReadCourse(FieldReader fields, DateTimeOffset? startsAt)
    {
        var id = fields.Text("id");
        var isPublic = fields.YesOrNo("isPublic");
        var closesAt = fields.Moment("closesAt");
        if (id is not null && closesAt < startsAt)
            fields.Note("closesAt", "contradicts.closed");
        fields.Close();
        return id is null ? null : new(id, isPublic, closesAt);
    }

    private static Audience ReadAudience(FieldReader fields) =>
        new()
        {
            Groups = ReadGroups(fields),
            Dependent = fields.YesOrNo("dependent"),
            OnlyContractParties = fields.YesOrNo("onlyContractParties"),
        };

    private static AudienceGroups ReadGroups(FieldReader fields)
    {
        var takes = LocalizedText.Same(string.Join(", ", AudienceGroupNames.All));
        var groups = AudienceGroups.None;
        foreach (var name in fields.Set("groups", takes) ?? [])
        {
            if (AudienceGroupNames.Find(name) is not { } group)
            {
                fields.Note("groups", "takes.set", takes);
                return AudienceGroups.None;
            }
            groups |= group;
        }
        return groups;
    }

    private static Purpose ReadPurpose(FieldReader fields)
    {
        var purpose = new Purpose { Text = fields.Text("text"), Category = fields.Text("category") };
        if (purpose.Category is not null && !Category().IsMatch(purpose.Category))
            fields.Note("category", "takes.category");
        return purpose;
    }

    private static Necessity ReadNecessity(FieldReader fields) =>
        new()
        {
            AchievableWithout = fields.YesOrNo("achievableWithout"),
            AchievableAnonymously = fields.YesOrNo("achievableAnonymously"),
            Justification = fields.Text("justification"),
        };

    private static LegalBasis ReadBasis(FieldReader fields) =>
        new() { Kind = fields.Choice<LegalBasisKind>("kind"), Reference = fields.Text("reference") };

    private static MeetingContent ReadContent(FieldReader fields) =>
        new()
        {
            Sensitive = fields.YesOrNo("sensitive"),
            Confidential = fields.YesOrNo("confidential"),
            Private = fields.YesOrNo("private"),
            PersonalIdentityNumbers = fields.YesOrNo("personalIdentityNumbers"),
        };

    private static ParticipationOptions ReadOptions(FieldReader fields) =>
        new()
        {
            CameraOptional = fields.YesOrNo("cameraOptional"),
            MicrophoneOptional = fields.YesOrNo("microphoneOptional"),
            Reason = fields.Text("reason"),
        };

    private static Storage? ReadStorage(FieldReader fields)
    {
        var place = fields.Choice<StoragePlace>("place");
        var needsName = place is { } known && Storage.NeedsName(known);
        var name = ReadCompanion(fields, "name", needsName, fields.Text);
        var country = fields.Text("country");
        if (country is not null && !Countries.IsCode(country))
        {
            fields.Note("country", "takes.country");
            return null;
        }
        return place is null || (needsName && name is null) ? null : new(place.Value, name, country);
    }

    private static PublicationTarget? ReadPublication(FieldReader fields)
    {
        var kind = fields.Choice<PublicationKind>("kind");
        var needsTarget = kind is { } known && PublicationTarget.NeedsTarget(known);
        var target = ReadCompanion(fields, "target", needsTarget, fields.Text);
        return kind is null || (needsTarget && target is null) ? null : new(kind.Value, target);
    }

    private Availability? ReadAvailability(Meeting? meeting) =>
        Within(
            "availability",
            fields =>
            {
                var kind = fields.Choice<AvailabilityKind>("kind");
                var day = fields.Day("until");
                var period = ReadCompanion(fields, "duration", kind is AvailabilityKind.For, fields.Period);
                if (fields.Has("until") && kind is not AvailabilityKind.Until)
                    fields.Note("until", "extra");
                else if (meeting is not null && day < pack?.DayOf(meeting.StartsAt))
                    fields.Note("until", "contradicts.until");
                return (kind, day, period) switch
                {
                    (AvailabilityKind.CourseLifetime, _, _) => new Availability.CourseLifetime(),
                    (AvailabilityKind.Until, { } until, _) => new Availability.Until(until),
                    (AvailabilityKind.For, _, { } duration) => new Availability.For(duration),
                    _ => (Availability?)null,
                };
            }
        );

    private static Approvals ReadApprovals(FieldReader fields) =>
        new()
        {
            Dpo = fields.Text("dpo"),
            Ethics = fields.Text("ethics"),
            JointControllers = fields.Text("jointControllers"),
        };

    /// <summary>Reads a companion of a choice: a missing one leaves the fact unanswered, an extra one contradicts the choice.</summary>
    private static T? ReadCompanion<T>(FieldReader fields, string name, bool isNeeded, Func<string, T?> read)
        where T : class
    {
        var companion = read(name);
        if (isNeeded || !fields.Has(name))
            return companion;
        fields.Note(name, "extra");
        return null;
    }

    private static T? Required<T>(FieldReader fields, string name, Func<string, T?> read)
        where T : struct
    {
        var value = read(name);
        if (!fields.Has(name))
            fields.Note(name, $"required.{name}");
        return value;
    }

    private T Within<T>(string name, Func<FieldReader, T> read)
    {
        var fields = root.Object(name);
        var value = read(fields);
        fields.Close();
        return value;
    }

    [GeneratedRegex(@"\A\p{Ll}+(?:-\p{Ll}+)*(?:\.\p{Ll}+(?:-\p{Ll}+)*)*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Category();
}
