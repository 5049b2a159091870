using RecordingPolicy.Meetings;
using RecordingPolicy.Packs;
using RecordingPolicy.Publication;
using RecordingPolicy.Recordings;

namespace RecordingPolicy.Notices;

/// <summary>The parts that tell of the recording: what, why, on which basis, where, for whom, how long (GDPR 13(1)–(2)).</summary>
internal static class RecordingSections
{
    public static IEnumerable<NoticeSection> Of(NoticeFacts facts, PolicyPack pack, NoticeWords words)
    {
        var request = facts.Request;
        yield return Section("meeting", [.. MeetingLines(facts, pack)]);
        yield return Section(
            "purpose",
            request.Purpose.Text is { } purpose ? NoticeWords.Written(purpose) : NoticeWords.Say("purpose.none")
        );
        yield return Section("basis", [words.Basis, .. BasisReference(request)]);
        yield return Section("publication", [words.Publication, .. words.FurtherCourses]);
        yield return Section("storage", StorageWords(request.Storage));
        yield return Section("transfers", TransferWords(request, pack));
        yield return Section("keeps", words.HowLong, NoticeWords.Say($"end.{WireName.Of(facts.Decision.Retention.End)}"));
    }

    private static NoticeSection Section(string key, params LocalizedText[] paragraphs) =>
        new(key, NoticeWords.Say($"heading.{key}"), [.. paragraphs], []);

    private static IEnumerable<LocalizedText> MeetingLines(NoticeFacts facts, PolicyPack pack)
    {
        var meeting = facts.Request.Meeting;
        yield return NoticeWords.Say("meeting.when", MomentWords.Between(meeting.StartsAt, meeting.EndsAt, pack.TimeZone));
        if (facts.CourseName is { } course)
            yield return NoticeWords.Say("meeting.course", NoticeWords.Written(course));
        if (facts.TeacherName is { } teacher)
            yield return NoticeWords.Say("meeting.recorder", NoticeWords.Written(teacher));
        yield return NoticeWords.Say("meeting.data");
    }

    private static IEnumerable<LocalizedText> BasisReference(RecordingRequest request)
    {
        if (request.LegalBasis.Reference is { } reference)
            yield return NoticeWords.Say("basis.reference", NoticeWords.Written(reference));
    }

    private static LocalizedText StorageWords(Storage? storage) =>
        storage is null
            ? NoticeWords.Say("storage.undecided")
            : NoticeWords.Say($"storage.{WireName.Of(storage.Place)}", NoticeWords.Written(storage.Name ?? ""));

    /// <summary>Transfers outside the EU/EEA that the institution means to make (GDPR 13(1)(f)).</summary>
    private static LocalizedText TransferWords(RecordingRequest request, PolicyPack pack)
    {
        if (PublicationRules.IsPublic(request, pack))
            return NoticeWords.Say("transfers.world");
        if (request.Storage is not { } storage)
            return NoticeWords.Say("transfers.undecided");
        var country = pack.Allowed(storage)?.Country ?? (RecordingRules.NeedsCountry(storage, pack) ? storage.Country : null);
        return country is not null && !Countries.IsInEea(country) ? NoticeWords.Say("transfers.country", LocalizedText.Same(country))
            : country is null && RecordingRules.NeedsCountry(storage, pack) ? NoticeWords.Say("transfers.undecided")
            : NoticeWords.Say("transfers.none");
    }
}
