using System.Text.Json;
using System.Text.Json.Nodes;
using RecordingBot.Channels;
using RecordingBot.Decisions;
using RecordingBot.Hosting;
using RecordingPolicy;
using RecordingPolicy.Decisions;

namespace RecordingBot.LegalBases.Interview;

/// <summary>Takes answers, if the request can be read with them and no rule asks the same again; says what is wrong with those that it leaves.</summary>
public sealed class AnswerTaker(InterviewView view)
{
    /// <summary>Takes what can be taken.</summary>
    /// <returns>Whether every answer was.</returns>
    public async Task<bool> TakeAsync(ChatTurn turn, IReadOnlyList<Answered> answers, CancellationToken ct)
    {
        var state = turn.State;
        var before = await view.PreviewAsync(turn, state.Answers, ct);
        var (good, wrong) = (Understood(turn, answers), new List<LocalizedText>());
        var (tried, preview) = await TryAsync(turn, good, ct);
        while (Wrong(preview, good) is { Count: > 0 } faulty)
        {
            wrong.AddRange(faulty.Select(one => one.Message));
            good = [.. good.Except(faulty.Select(one => one.Answer).OfType<Answered>())];
            if (faulty.Exists(one => one.Answer is null))
                good = [];
            (tried, preview) = await TryAsync(turn, good, ct);
        }
        foreach (var message in wrong.Distinct())
            turn.Say("Plain", message);
        state.Answers = tried;
        Settle(state, good);
        foreach (
            var refusal in preview
                .Findings(Effect.Refuse)
                .Where(finding => before?.Findings(Effect.Refuse).Any(known => known.Rule == finding.Rule) != true)
        )
            turn.Say("WouldBeRefused", InterviewWording.Cited(refusal));
        return good.Count == answers.Count;
    }

    /// <summary>Whether a request has an answer there.</summary>
    public static bool IsAnswered(JsonObject answers, string path) =>
        AnswerSheet.At(JsonSerializer.SerializeToElement(answers), path) is not null;

    private static List<Answered> Understood(ChatTurn turn, IReadOnlyList<Answered> answers)
    {
        foreach (var field in Fields<AnswerReading.NotKept>(answers))
            turn.Say("FieldNotKept", field);
        foreach (var field in Fields<AnswerReading.NotUnderstood>(answers))
            turn.Say(turn.Form.Count > 0 ? ChatText.Of("FieldNotUnderstood", field) : ChatText.Of("AnswerNotUnderstood"));
        return [.. answers.Where(answer => answer.Reading is AnswerReading.Facts or AnswerReading.Left)];
    }

    /// <summary>The names of the fields that were read so; the four about content are one.</summary>
    private static IEnumerable<LocalizedText> Fields<TReading>(IEnumerable<Answered> answers) =>
        answers
            .Where(answer => answer.Reading is TReading)
            .Select(answer => answer.Question.IsContent ? BothLanguages.Chat["Label_contains"] : InterviewWording.Label(answer.Question))
            .Distinct();

    private async Task<(JsonObject Tried, MeetingPreview Preview)> TryAsync(ChatTurn turn, List<Answered> answers, CancellationToken ct)
    {
        var tried = turn.State.Answers;
        foreach (var (question, reading) in answers)
            tried = reading is AnswerReading.Facts facts ? With(tried, question, facts) : AnswerSheet.With(tried, question.Path, null);
        return (tried, (await view.PreviewAsync(turn, tried, ct))!);
    }

    /// <summary>"None" answers what is still open; it takes back no yes.</summary>
    private static JsonObject With(JsonObject answers, Question question, AnswerReading.Facts facts)
    {
        foreach (var (path, value) in facts.Values)
            if (path.StartsWith(question.Path, StringComparison.Ordinal) || !IsAnswered(answers, path))
                answers = AnswerSheet.With(answers, path, value);
        return answers;
    }

    /// <summary>What can't be read, and what a rule asks for again; without an answer where nobody gave one that it could be about.</summary>
    private static List<(Answered? Answer, LocalizedText Message)> Wrong(MeetingPreview preview, List<Answered> answers)
    {
        if (answers.Count == 0)
            return [];
        return
        [
            .. preview.Errors.Select(error => (answers.Find(answer => IsAt(error.Path, answer.Question)), error.Message)),
            .. preview
                .Findings(Effect.Ask)
                .SelectMany(finding =>
                    answers
                        .Where(answer =>
                            answer.Reading is AnswerReading.Facts && finding.Fields.Contains(answer.Question.Path, StringComparer.Ordinal)
                        )
                        .Select(answer => ((Answered?)answer, finding.Message))
                ),
        ];
    }

    private static bool IsAt(string path, Question question) =>
        path == question.Path || path.StartsWith(question.Path + ".", StringComparison.Ordinal);

    private static void Settle(TalkState state, List<Answered> answers)
    {
        foreach (var (question, reading) in answers)
        {
            state.Settled.Remove(question.Path);
            if (reading is AnswerReading.Left)
                state.Settled.Add(question.Path);
        }
        // As last time only the content is asked about, and only a no leaves it at that.
        if (!answers.SelectMany(answer => (answer.Reading as AnswerReading.Facts)?.Values ?? []).All(IsNo))
            state.AsLastTime = null;
    }

    private static bool IsNo((string Path, JsonNode? Value) fact) =>
        fact.Path.StartsWith(Questions.Contains, StringComparison.Ordinal) && fact.Value?.GetValueKind() is JsonValueKind.False;
}
