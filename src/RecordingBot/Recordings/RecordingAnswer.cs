using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingBot.Rights;

namespace RecordingBot.Recordings;

/// <summary>The answer after an act: what stood in its way, or the recording as it then is; nothing where the act took it out of sight.</summary>
public sealed class RecordingAnswer(RecordingReader reader, Sight sight, SignedIn signedIn)
{
    public async Task<IResult> AfterAsync(Guid id, ActResult result, CancellationToken ct)
    {
        if (ActAnswers.ProblemOf(result) is { } problem)
            return problem;
        var recording = await reader.FindAsync(await sight.RecordingsAsync(signedIn.RequiredCaller, ct), id, ct);
        return recording is null ? TypedResults.NoContent() : TypedResults.Ok(recording);
    }
}
