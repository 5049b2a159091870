using System.Text.Json;
using RecordingBot.Channels;
using RecordingBot.Registry;
using RecordingPolicy.Meetings;

namespace RecordingBot.Expiry;

/// <summary>The data protection officer's answer to a question about a recording's end: whoever asked is told it.</summary>
public sealed class EndQuestionAnswer(Messenger messenger) : ITaskAnswer
{
    /// <summary>An answer in words.</summary>
    public const string Reply = "reply";

    public string Kind => TaskKind.EndQuestion;

    public async Task<string?> AnswerAsync(TaskRow task, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(answer.Reason))
            return "Act_ReasonMissing";
        if (PersonalData.IsIn(answer.Reason))
            return "Act_ReasonPersonal";
        var (topic, question, asker) = Read(task);
        await messenger.TellAsync(asker, ChatText.Of("EndQuestionAnswered", topic, question, answer.Reason), ct, $"end-question {task.Id}");
        return null;
    }

    /// <summary>What a task of this kind is about.</summary>
    internal static (string Topic, string Question, Guid Asker) Read(TaskRow task) =>
        JsonSerializer.Deserialize<string[]>(task.Arguments) is [var topic, var question, var asker]
            ? (topic, question, Guid.Parse(asker))
            : throw new InvalidOperationException("A question has a topic, its words and whoever asked.");
}
