using RecordingBot.Registry;

namespace RecordingBot.Expiry;

/// <summary>A person knows that a term's courses really went: the shorter list is believed from now on.</summary>
public sealed class CourseListAnswer(RegistryContext registry, Registrar registrar) : ITaskAnswer
{
    public const string AsItIs = "as-it-is";

    public string Kind => TaskKind.CourseListShrunk;

    public async Task<string?> AnswerAsync(TaskRow task, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        var id = task.Subject[(task.Subject.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (await registry.Terms.FindAsync([id], ct) is not { Doubted: { } count } term)
            return "ListIsWhole";
        registrar.Audit(Subject.Person(by.Id), "term.shrink-confirmed", task.Subject, Said(term.Courses), Said(count));
        (term.Courses, term.Doubted) = (count, null);
        return null;
    }

    private static string Said(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
