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

    /// <summary>The earlier decision whose answers are taken "as last time"; null once any of them is given anew.</summary>
    public Guid? AsLastTime { get; set; }

    /// <summary>The task that an answer is for.</summary>
    public Guid? TaskId { get; set; }

    /// <summary>When it was asked: a confirmation is good for ten minutes.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    /// <summary>The interview's answers, as a request without what is known (rules.md).</summary>
    public JsonObject Answers { get; set; } = [];

    /// <summary>The questions that are asked at once on a form, by id; empty where the one question is asked.</summary>
    public IList<string> Form { get; set; } = [];

    /// <summary>The person would rather be asked one thing at a time.</summary>
    public bool OneByOne { get; set; }

    /// <summary>Questions that have been put, in order: "back" goes along them.</summary>
    public IList<string> Trail { get; set; } = [];

    /// <summary>Questions that are settled without an answer in the request: no course; publication decided later.</summary>
    public IList<string> Settled { get; set; } = [];

    /// <summary>How many questions this person was asked: names the asking that a card answers.</summary>
    public int Asked { get; set; }

    /// <summary>The asking that a card answered last, and what it said: a button pressed twice says nothing new.</summary>
    public int? AnsweredAsking { get; set; }

    public string? AnsweredWords { get; set; }

    /// <summary>The newest activity that was answered, and the answers: given the same again, they are repeated.</summary>
    public string? AnsweredActivity { get; set; }

    public IReadOnlyList<Activity> Replies { get; set; } = [];

    /// <summary>The interview that another talk came in between.</summary>
    public TalkState? Aside { get; set; }

    /// <summary>Makes room for another talk; this one goes on when that has ended.</summary>
    public void PutAside()
    {
        Aside = new()
        {
            Talk = Talk,
            Question = Question,
            AwaitsFreeText = AwaitsFreeText,
            Offers = Offers,
            MeetingId = MeetingId,
            AsLastTime = AsLastTime,
            Answers = Answers,
            Form = Form,
            OneByOne = OneByOne,
            Trail = [.. Trail],
            Settled = [.. Settled],
        };
        End();
    }

    /// <summary>Goes on with what was put aside, if nothing else waits for an answer.</summary>
    /// <returns>Whether there was something to go on with.</returns>
    public bool TakeUp()
    {
        if (Talk is not null || Aside is not { } aside)
            return false;
        (Talk, Question, AwaitsFreeText, MeetingId) = (aside.Talk, aside.Question, aside.AwaitsFreeText, aside.MeetingId);
        (Form, OneByOne) = (aside.Form, aside.OneByOne);
        (Offers, Answers, Trail, Settled, AsLastTime, Aside) = (
            aside.Offers,
            aside.Answers,
            aside.Trail,
            aside.Settled,
            aside.AsLastTime,
            null
        );
        return true;
    }

    /// <summary>Ends the talk; what was answered last is still known.</summary>
    public void End()
    {
        (Talk, Question, AwaitsFreeText, MeetingId, AsLastTime, TaskId, AskedAt) = (null, null, false, null, null, null, null);
        (Offers, Answers, Form, OneByOne) = ([], [], [], false);
        Trail.Clear();
        Settled.Clear();
    }

    /// <summary>Asks something on behalf of a talk.</summary>
    public void Ask(string talk, string question, IReadOnlyList<Offer> offers, bool freeText = false) =>
        (Talk, Question, Offers, AwaitsFreeText, Form, Asked) = (talk, question, offers, freeText, [], Asked + 1);
}
