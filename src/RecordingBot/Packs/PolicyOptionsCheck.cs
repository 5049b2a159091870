using Microsoft.Extensions.Options;

namespace RecordingBot.Packs;

/// <summary>Names every mistake in the packs at once, and refuses a pack that the institution hasn't filled in, in Production.</summary>
public sealed class PolicyOptionsCheck(PackLibrary packs, IHostEnvironment environment) : IValidateOptions<PolicyOptions>
{
    public ValidateOptionsResult Validate(string? name, PolicyOptions options)
    {
        var problems = packs.Problems.Select(problem => problem.ToString()).ToList();
        if (problems.Count == 0 && !packs.Packs.ContainsKey(options.Pack))
            problems.Add(
                $"Policy:Pack: there is no pack '{options.Pack}' in Policy:Folder; there are {string.Join(", ", packs.Packs.Keys)}."
            );
        else if (environment.IsProduction() && packs.Packs.GetValueOrDefault(options.Pack) is { Placeholders: [_, ..] missing })
            problems.Add($"Policy:Pack: the institution has yet to fill in {string.Join(", ", missing)} of pack '{options.Pack}'.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
