using System.Text.Json.Nodes;
using RecordingPolicy;
using RecordingPolicy.Packs;

namespace Benchmarks.Policy;

/// <summary>What a rule engine has to know of a pack, as JSON.</summary>
internal static class PackFacts
{
    public static JsonObject Of(PolicyPack pack) =>
        new()
        {
            ["rules"] = Names(pack.RuleIds),
            ["timeZone"] = pack.TimeZone.Id,
            ["purposeMinLength"] = pack.PurposeMinLength,
            ["longestRetention"] = pack.LongestRetention.ToString(),
            ["hasConsentRoutine"] = pack.ConsentRoutine is not null,
            ["categories"] = pack.Categories is { } categories ? Names(categories) : null,
            ["storage"] = pack.Storage is { } storage
                ? new JsonArray([
                    .. storage.Select(one => new JsonObject
                    {
                        ["place"] = WireName.Of(one.Place),
                        ["name"] = one.Name,
                        ["country"] = one.Country,
                        ["privacySensitive"] = one.PrivacySensitive,
                    }),
                ])
                : null,
            ["publicationSystems"] = pack.PublicationSystems is { } systems
                ? new JsonArray([
                    .. systems.Select(one => new JsonObject
                    {
                        ["name"] = one.Name,
                        ["privacySensitive"] = one.PrivacySensitive,
                        ["internet"] = one.Internet,
                    }),
                ])
                : null,
        };

    private static JsonArray Names(IEnumerable<string> names) =>
        [.. names.Order(StringComparer.Ordinal).Select(name => JsonValue.Create(name))];
}
