using System.Text.Json.Nodes;
using BotConnector.Activities;

namespace RecordingBot.Channels;

/// <summary>Where a person's talk with the bot stands. It holds no free text with personal data: such a text never gets this far.</summary>
public sealed class TalkState
{
    /// <summary>The talk that waits for an answer, by <see cref="ITalk.Name"/>; null when nothing is asked.</summary>
    public string? Talk { get; set; }

    /// <summary>What it asked.</summary>
    public string? Question { get; set; }

    /// <summary>The answer is in the person's own words, so that nothing but a bare command interrupts it.</summary>
    public bool AwaitsFreeText { get; set; }

    /// <summary>The answers that were offered, where they are not always the same.</summary>
    public IReadOnlyList<Offer> Offers { get; set; } = [];

    /// <summary>The meeting that the interview is about.</summary>
    public Guid? MeetingId { get; set; }

    /// <summary>The task that an answer is for.</summary>
    public Guid? TaskId { get; set; }

    /// <summary>When it was asked: a confirmation is good for ten minutes.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    /// <summary>The interview's answers, as a request without what is known (rules.md).</summary>
    public JsonObject Answers { get; set; } = [];

    /// <summary>Questions that have been put, in order: "back" goes along them.</summary>
    public IList<string> Trail { get; init; } = [];

    /// <summary>Questions that are settled without an answer in the request: no course; publication decided later.</summary>
    public IList<string> Settled { get; init; } = [];

    /// <summary>The newest activity that was answered, and the answers: given the same again, they are repeated.</summary>
    public string? AnsweredActivity { get; set; }

    public IReadOnlyList<Activity> Replies { get; set; } = [];

    /// <summary>Ends the talk; what was answered last is still known.</summary>
    public void End()
    {
        (Talk, Question, AwaitsFreeText, MeetingId, TaskId, AskedAt) = (null, null, false, null, null, null);
        (Offers, Answers) = ([], []);
        Trail.Clear();
        Settled.Clear();
    }

    /// <summary>Asks something on behalf of a talk.</summary>
    public void Ask(string talk, string question, IReadOnlyList<Offer> offers, bool freeText = false) =>
        (Talk, Question, Offers, AwaitsFreeText) = (talk, question, offers, freeText);
}
