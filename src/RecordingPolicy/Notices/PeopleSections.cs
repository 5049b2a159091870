using System.Collections.Immutable;
using RecordingPolicy.Meetings;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Notices;

/// <summary>The parts that tell people what they can do, and whom they can turn to.</summary>
internal static class PeopleSections
{
    public static IEnumerable<NoticeSection> Of(NoticeFacts facts, PolicyPack pack, NoticeWords words)
    {
        yield return Section("participation", [], [.. Participation(facts.Request.ParticipationOptions)]);
        yield return Section("sensitive", [Sensitive(facts.Request.Meeting.Platform)], []);
        yield return Rights(facts, pack);
        yield return Section("complaint", [NoticeWords.Say("complaint")], []);
        yield return Section("controller", [], [.. Controller(pack, words)]);
    }

    private static NoticeSection Section(string key, ImmutableArray<LocalizedText> paragraphs, ImmutableArray<LocalizedText> items) =>
        new(key, NoticeWords.Say($"heading.{key}"), paragraphs, items);

    /// <summary><c>notice.limit-intrusion</c>: the advice as far as the options allow, and why where they don't.</summary>
    private static IEnumerable<LocalizedText> Participation(ParticipationOptions options)
    {
        if (options.CameraOptional is { } camera)
            yield return NoticeWords.Say(camera ? "camera.optional" : "camera.needed");
        if (options.MicrophoneOptional is { } microphone)
            yield return NoticeWords.Say(microphone ? "microphone.optional" : "microphone.needed");
        if ((options.CameraOptional is false || options.MicrophoneOptional is false) && options.Reason is { } reason)
            yield return NoticeWords.Say("participation.reason", NoticeWords.Written(reason));
        yield return NoticeWords.Say("advice.place");
    }

    private static LocalizedText Sensitive(MeetingPlatform platform) =>
        NoticeWords.Say(platform is MeetingPlatform.Zoom ? "sensitive.zoom" : "sensitive.other");

    private static NoticeSection Rights(NoticeFacts facts, PolicyPack pack) =>
        Section(
            "rights",
            [NoticeWords.Say("rights.how", Reach(pack.Contact))],
            [
                .. facts
                    .Decision.Notice.Rights.Where(right => right is not Right.Complaint)
                    .Select(right => NoticeWords.Say($"right.{WireName.Of(right)}")),
            ]
        );

    /// <summary><c>notice.controller</c> (GDPR 13(1)(a)–(b)).</summary>
    private static IEnumerable<LocalizedText> Controller(PolicyPack pack, NoticeWords words)
    {
        yield return pack.Controller is { } controller
            ? NoticeWords.Say(
                "controller",
                words.ControllerName,
                NoticeWords.OrFillIn(controller.RegistrationNumber),
                NoticeWords.OrFillIn(controller.Address),
                NoticeWords.OrFillIn(controller.Phone),
                NoticeWords.OrFillIn(controller.Email)
            )
            : NoticeWords.FillIn;
        yield return NoticeWords.Say("controller.contact", Reach(pack.Contact));
        yield return NoticeWords.Say("controller.dpo", Reach(pack.Dpo));
        yield return NoticeWords.Say("controller.policy", NoticeWords.OrFillIn(pack.PrivacyPolicy?.AbsoluteUri));
    }

    private static LocalizedText Reach(ContactPoint? contact) => NoticeWords.OrFillIn(contact?.ToString());
}
