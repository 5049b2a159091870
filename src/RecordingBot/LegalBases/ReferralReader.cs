using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.LegalBases.Interview;
using RecordingBot.Registry;
using RecordingPolicy;

namespace RecordingBot.LegalBases;

/// <summary>Reads what a referral is about, in words, for those who answer it.</summary>
public sealed class ReferralReader(RegistryContext registry)
{
    /// <summary>The referral behind a task; null where its decision is no longer the newest.</summary>
    public async Task<ReferralView?> ReadAsync(Guid? meetingId, CancellationToken ct)
    {
        var newest = await registry
            .Decisions.AsNoTracking()
            .Where(row => row.MeetingId == meetingId)
            .OrderByDescending(row => row.DecidedAt)
            .FirstOrDefaultAsync(ct);
        if (newest is not { Outcome: "referred" })
            return null;
        using var request = JsonDocument.Parse(newest.Request);
        using var answer = JsonDocument.Parse(newest.Answer);
        return new(await FactsAsync(request.RootElement, ct), Rules(answer.RootElement));
    }

    private async Task<IReadOnlyList<(LocalizedText, LocalizedText)>> FactsAsync(JsonElement request, CancellationToken ct)
    {
        List<(LocalizedText, LocalizedText)> facts = [];
        foreach (var question in Questions.All.Where(question => question.Kind is not AnswerKind.Meeting))
            if (AnswerSheet.At(request, question.Path) is { } value)
                facts.Add((BothLanguages.Chat[$"Label_{question.Key}"], await WordsAsync(question, value, ct)));
        return facts;
    }

    private async Task<LocalizedText> WordsAsync(Question question, JsonElement value, CancellationToken ct)
    {
        if (question.Kind is not AnswerKind.Course)
            return InterviewWording.Answer(question, value);
        var id = value.GetProperty("id").GetString()!;
        return LocalizedText.Same((await registry.Courses.FindAsync([id], ct))?.Name ?? id);
    }

    private static IReadOnlyList<ReferralView.RuleAtStake> Rules(JsonElement answer) =>
        [
            .. answer
                .GetProperty("findings")
                .EnumerateArray()
                .Where(finding => finding.GetProperty("effect").GetString() == "refer")
                .Select(finding => new ReferralView.RuleAtStake(
                    finding.GetProperty("rule").GetString()!,
                    new(
                        finding.GetProperty("message").GetProperty("sv").GetString()!,
                        finding.GetProperty("message").GetProperty("en").GetString()!
                    ),
                    string.Join("; ", finding.GetProperty("source").EnumerateArray().Select(source => source.GetString()))
                )),
        ];
}
