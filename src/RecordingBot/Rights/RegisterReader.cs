using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RecordingBot.LegalBases;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingPolicy.Packs;

namespace RecordingBot.Rights;

/// <summary>Makes Article 30 entries from decisions as they were stored (<c>register.processing</c>).</summary>
public sealed class RegisterReader(ActivePack active, PackLibrary packs, RegistryContext registry)
{
    private static readonly string[] Special = ["sensitive", "confidential", "private", "personalIdentityNumbers"];

    /// <summary>The entries of these decisions, in their order.</summary>
    public async Task<IReadOnlyList<RegisterView>> ReadAsync(IReadOnlyList<DecisionRow> decisions, CancellationToken ct)
    {
        var ids = decisions.Select(row => row.Id).ToArray();
        var meetings = decisions.Select(row => row.MeetingId).ToArray();
        // What is about a recording may stand under a decision that came after the meeting's first.
        var counted = await registry
            .Incidents.Where(row => row.MeetingId != null && meetings.Contains(row.MeetingId.Value))
            .GroupBy(row => row.MeetingId!.Value)
            .Select(group => new { Meeting = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Meeting, group => group.Count, ct);
        return [.. decisions.Select(row => Read(row, counted.GetValueOrDefault(row.MeetingId)))];
    }

    private RegisterView Read(DecisionRow decision, int incidents)
    {
        var request = JsonNode.Parse(decision.Request)!;
        var answer = JsonNode.Parse(decision.Answer)!;
        var pack = packs.Packs.GetValueOrDefault(decision.Pack) ?? active.Pack;
        return new()
        {
            Id = decision.Id,
            DecidedAt = decision.DecidedAt,
            Controller = Show(pack.Controller),
            Dpo = pack.Dpo?.ToString(),
            MeetingKind = (string?)request["meeting"]?["kind"],
            Purpose = (string?)request["purpose"]?["text"],
            Category = (string?)request["purpose"]?["category"],
            LegalBasis = request["legalBasis"]?.DeepClone(),
            DataSubjects = [.. request["audience"]?["groups"]?.AsArray().Select(group => (string)group!) ?? []],
            DataCategories = ["image", "sound", "name", .. Special.Where(kind => (bool?)request["contains"]?[kind] is true)],
            Recipients = request["publication"]?.DeepClone(),
            Storage = request["storage"]?.DeepClone(),
            Retention = answer["retention"]?.DeepClone(),
            Incidents = incidents,
            CourseId = (string?)request["meeting"]?["course"]?["id"],
            Pack = decision.Pack,
            Edition = decision.Edition,
        };
    }

    private static ControllerView? Show(Controller? controller) =>
        controller is null
            ? null
            : new(controller.Name, controller.RegistrationNumber, controller.Address, controller.Phone, controller.Email);
}
