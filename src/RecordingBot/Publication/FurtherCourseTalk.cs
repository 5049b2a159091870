using RecordingBot.Channels;
using RecordingPolicy;

namespace RecordingBot.Publication;

/// <summary>"Another course": which recording, in which other of the person's courses, and why.</summary>
public sealed class FurtherCourseTalk(RecordingLists lists, FurtherCourses courses, FurtherCourseActs acts) : ITalk
{
    private static readonly WhichOne Which = new("further-course", "further-recording", "ChooseToShowFurther", "NothingToShowFurther");
    private const string Where = "further-course";
    private const string Reason = "further-reason";

    /// <inheritdoc />
    public string Name => Which.Talk;

    /// <inheritdoc />
    public bool Opens(ChatTurn turn) => turn.Text.Is(Words.FurtherCourse);

    /// <inheritdoc />
    public async Task BeginAsync(ChatTurn turn, CancellationToken ct)
    {
        var offers = await lists.ToShowFurtherAsync(turn.Person, ct);
        await Which.PutAsync(turn, offers, offer => offer, only => AskWhereAsync(turn, only.Value, ct));
    }

    /// <inheritdoc />
    public async Task AnswerAsync(ChatTurn turn, CancellationToken ct)
    {
        var (question, chosen) = (Asked(turn), Offer.Meant(turn.State.Offers, turn.Text));
        if (question[0] == Reason)
            await ShowAsync(turn, question[1], question[2], ct);
        else if (chosen is null)
        {
            turn.Say("AnswerNotUnderstood");
            await RepeatAsync(turn, ct);
        }
        else if (question[0] == Which.Question)
            await AskWhereAsync(turn, chosen.Value, ct);
        else
            AskWhy(turn, question[1], chosen.Value);
    }

    /// <inheritdoc />
    public Task RepeatAsync(ChatTurn turn, CancellationToken ct)
    {
        if (Asked(turn) is [Where, var recording])
            return AskWhereAsync(turn, recording, ct);
        if (Asked(turn) is not [Reason, var which, var course])
            return BeginAsync(turn, ct);
        AskWhy(turn, which, course);
        return Task.CompletedTask;
    }

    private static string[] Asked(ChatTurn turn) => turn.State.Question!.Split(' ');

    private async Task AskWhereAsync(ChatTurn turn, string recording, CancellationToken ct)
    {
        var further = await courses.OfferedAsync(turn.Person, Guid.Parse(recording), ct);
        List<Offer> offers = [.. further.Select(course => new Offer(course.Id, LocalizedText.Same(course.Name)))];
        turn.State.End();
        if (offers.Count == 0)
        {
            turn.Say("NoFurtherCourse");
            return;
        }
        turn.State.Ask(Name, $"{Where} {recording}", offers);
        turn.Say(Choose.From("ChooseFurtherCourse", offers, turn.State.Question!));
    }

    private void AskWhy(ChatTurn turn, string recording, string course)
    {
        turn.State.Ask(Name, $"{Reason} {recording} {course}", [], freeText: true);
        turn.Say(new ChatText("WhyFurtherCourse", [], []) { Asks = new(turn.State.Question!) });
    }

    private async Task ShowAsync(ChatTurn turn, string recording, string course, CancellationToken ct)
    {
        var result = await acts.ShowAsync(Guid.Parse(recording), course, turn.Text, turn.Person, ct);
        turn.State.End();
        turn.Say(ActReplies.Of(result, ChatText.Of("FurtherCourseWanted")));
    }
}
