using System.Text.Json.Nodes;
using RecordingBot.Channels;
using RecordingBot.Decisions;
using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingPolicy;

namespace RecordingBot.LegalBases.Interview;

/// <summary>What an interview has come to: its meeting, its answers, and what they would be decided to.</summary>
public sealed class InterviewView(RegistryContext registry, DecisionDesk desk)
{
    /// <summary>The answers, shown whole.</summary>
    public async Task<ChatText> ReviewAsync(ChatTurn turn, CancellationToken ct)
    {
        var preview = (await PreviewAsync(turn, turn.State.Answers, ct))!;
        return InterviewWording.Review(await AnswersAsync(turn, preview, ct), preview);
    }

    /// <summary>The course's earlier answers, shown whole, with the judgement that is asked for anew.</summary>
    public async Task<ChatText> LastTimeAsync(ChatTurn turn, DecisionRow earlier, CancellationToken ct)
    {
        var preview = (await PreviewAsync(turn, turn.State.Answers, ct))!;
        var meeting = (await MeetingAsync(turn, ct))!;
        return InterviewWording.LastTime(await AnswersAsync(turn, preview, ct), earlier, meeting.Topic);
    }

    /// <summary>The answers of a meeting's series, shown whole, with what is confirmed of the meeting.</summary>
    public async Task<ChatText> ConfirmAsync(ChatTurn turn, DecisionRow earlier, string asks, CancellationToken ct)
    {
        var preview = (await PreviewAsync(turn, turn.State.Answers, ct))!;
        var meeting = (await MeetingAsync(turn, ct))!;
        return InterviewWording.Confirm(await AnswersAsync(turn, preview, ct), earlier, meeting, asks);
    }

    /// <summary>What has been answered, in the interview's order; what is known of the meeting stands first.</summary>
    public async Task<IReadOnlyList<(Question Question, LocalizedText Words)>> AnswersAsync(
        ChatTurn turn,
        MeetingPreview preview,
        CancellationToken ct
    )
    {
        var meeting = await MeetingAsync(turn, ct);
        List<(Question, LocalizedText)> answers = [(Questions.Of(Questions.Meeting), LocalizedText.Same(meeting?.Topic ?? "–"))];
        foreach (var question in Questions.All.Where(question => question.Kind is not AnswerKind.Meeting))
        {
            if (turn.State.Settled.Contains(question.Path))
                answers.Add((question, BothLanguages.Chat[question.Kind is AnswerKind.Course ? "NoCourse" : "Later"]));
            else if (question.Kind is AnswerKind.Course && CourseOf(preview) is { } course)
                answers.Add((question, LocalizedText.Same((await registry.Courses.FindAsync([course], ct))?.Name ?? course)));
            else if (AnswerSheet.At(preview.Request, question.Path) is { } value && question.Kind is not AnswerKind.Course)
                answers.Add((question, InterviewWording.Answer(question, value)));
            else if (question.WayOutOf is { } rule && preview.Decision?.Findings.Any(finding => finding.Rule == rule) == true)
                answers.Add((question, BothLanguages.Chat["NotGiven"]));
        }
        return answers;
    }

    /// <summary>Whether the meeting is teaching or examination.</summary>
    public static bool IsEducation(MeetingPreview? preview) =>
        preview is not null && AnswerSheet.At(preview.Request, Questions.Kind)?.GetString() is "teaching" or "examination";

    /// <summary>The meeting's course; null without one.</summary>
    public static string? CourseOf(MeetingPreview? preview) =>
        preview is null ? null : AnswerSheet.At(preview.Request, "meeting.course.id")?.GetString();

    /// <summary>The meeting that was picked; null before.</summary>
    public async Task<MeetingRow?> MeetingAsync(ChatTurn turn, CancellationToken ct) =>
        turn.State.MeetingId is { } id ? await registry.Meetings.FindAsync([id], ct) : null;

    /// <summary>What the answers come to; null while there is no meeting.</summary>
    public async Task<MeetingPreview?> PreviewAsync(ChatTurn turn, JsonObject answers, CancellationToken ct) =>
        await MeetingAsync(turn, ct) is { } meeting ? await desk.PreviewForMeetingAsync(meeting, answers, turn.Person, ct) : null;
}
