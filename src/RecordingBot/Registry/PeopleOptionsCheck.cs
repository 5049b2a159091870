using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace RecordingBot.Registry;

/// <summary>Checks the persons of the settings at start: all complaints at once, by their place in the list and never by name.</summary>
public sealed class PeopleOptionsCheck : IValidateOptions<PeopleOptions>
{
    private static readonly string[] Roles = [Role.Teacher, Role.Participant, Role.CourseAdmin, Role.Dpo, Role.Archivist, Role.Operator];

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, PeopleOptions options)
    {
        List<string> complaints =
        [
            .. options.People.SelectMany(Complaints),
            .. Doubles("Account", options.People.Select(person => person.Account)),
            .. Doubles("ZoomUserId", options.People.Select(person => person.ZoomUserId)),
            .. Doubles("CanvasUserId", options.People.Select(person => person.CanvasUserId)),
            .. Doubles("Mail", options.People.Select(person => person.Mail)),
        ];
        return complaints.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(complaints);
    }

    private static IEnumerable<string> Complaints(PersonSetting person, int index)
    {
        if (string.IsNullOrWhiteSpace(person.Account))
            yield return $"People:{index}:Account is missing.";
        if (person.Roles.Count == 0 || person.Roles.Any(role => !Roles.Contains(role, StringComparer.Ordinal)))
            yield return $"People:{index}:Roles takes one or more of {string.Join(", ", Roles)}.";
        if (person.Mail is { Length: > 0 } mail && !MailAddress.TryCreate(mail, out _))
            yield return $"People:{index}:Mail is not a mail address.";
        if (person.Language is not (null or "" or "sv" or "en"))
            yield return $"People:{index}:Language takes sv or en.";
    }

    private static IEnumerable<string> Doubles(string field, IEnumerable<string?> values) =>
        values
            .Where(value => !string.IsNullOrWhiteSpace(value))
            .GroupBy(value => value, StringComparer.Ordinal)
            .Where(group => group.Skip(1).Any())
            .Select(_ => $"People: two persons have the same {field}.");
}
