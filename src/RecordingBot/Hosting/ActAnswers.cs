using RecordingBot.Registry;

namespace RecordingBot.Hosting;

/// <summary>An act's result as an HTTP answer, in the caller's language.</summary>
public static class ActAnswers
{
    /// <summary>The refusal as problem details; null when the act is done.</summary>
    public static IResult? ProblemOf(ActResult result) =>
        result switch
        {
            ActResult.Done => null,
            ActResult.NotFound => NotFound(),
            ActResult.Forbidden forbidden => TypedResults.Problem(
                forbidden.Why.In(Language.Current),
                statusCode: StatusCodes.Status403Forbidden
            ),
            ActResult.Refused refused => TypedResults.Problem(refused.Why.In(Language.Current), statusCode: StatusCodes.Status409Conflict),
            ActResult.Invalid invalid => ApiBody.Wrong(invalid.Field, invalid.Message.In(Language.Current)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>What the caller may not see is not there.</summary>
    public static IResult NotFound() => TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);
}
