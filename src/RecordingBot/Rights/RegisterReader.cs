using System.Text.Json.Nodes;
using RecordingBot.LegalBases;
using RecordingBot.Packs;
using RecordingPolicy.Packs;

namespace RecordingBot.Rights;

/// <summary>Makes Article 30 entries from decisions as they were stored (<c>register.processing</c>).</summary>
public sealed class RegisterReader(ActivePack active, PackLibrary packs)
{
    private static readonly string[] Special = ["sensitive", "confidential", "private", "personalIdentityNumbers"];

    public RegisterView Read(DecisionRow decision)
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
