using System.Collections.Immutable;
using System.Diagnostics;
using RecordingPolicy.Decisions;
using RecordingPolicy.Meetings;

namespace RecordingPolicy.Packs;

/// <summary>A rule of the catalogue. Its id never changes its meaning.</summary>
public sealed class Rule
{
    private readonly Func<RecordingRequest, PolicyPack, Finding?>? evaluate;
    private ImmutableArray<Finding> made = [];

    private Rule(
        string id,
        string pack,
        ImmutableArray<string> source,
        ImmutableArray<Effect> effects,
        Func<RecordingRequest, PolicyPack, Finding?>? evaluate
    ) => (Id, Pack, Source, Effects, this.evaluate) = (id, pack, source, effects, evaluate);

    public string Id { get; }

    /// <summary>The pack whose document the rule comes from; any pack may switch it on.</summary>
    public string Pack { get; }

    /// <summary>Where the demand stands.</summary>
    public ImmutableArray<string> Source { get; }

    /// <summary>The effects that its findings can have; empty for a behaviour.</summary>
    public ImmutableArray<Effect> Effects { get; }

    /// <summary>The step that its conditions stand before; null where it has none.</summary>
    public GuardedStep? Before { get; private init; }

    /// <summary>Whether the data protection function's approval answers its referral.</summary>
    public bool DpoAnswers { get; private init; } = true;

    /// <summary>Something that the product always does where the pack has the rule; it yields no finding.</summary>
    public bool IsBehaviour => evaluate is null;

    /// <summary>Something that the product does where the pack has the rule, whether or not it yields findings too.</summary>
    public bool Behaves { get; private init; }

    internal static Rule Of(
        string id,
        string pack,
        ImmutableArray<string> source,
        ImmutableArray<Effect> effects,
        Func<RecordingRequest, PolicyPack, Finding?> evaluate,
        GuardedStep? before = null,
        bool dpoAnswers = true,
        bool behaves = false
    ) =>
        new(id, pack, source, effects, evaluate)
        {
            Before = before,
            DpoAnswers = dpoAnswers,
            Behaves = behaves,
        };

    internal static Rule Behaviour(string id, string pack, params ImmutableArray<string> source) =>
        new(id, pack, source, [], null) { Behaves = true };

    internal Finding? Evaluate(RecordingRequest request, PolicyPack pack) => evaluate?.Invoke(request, pack);

    internal Finding Refuse(params ReadOnlySpan<string> fields) => Yield(Effect.Refuse, fields);

    internal Finding Ask(params ReadOnlySpan<string> fields) => Yield(Effect.Ask, fields);

    /// <summary>Asks with a detail at <c>{1}</c>.</summary>
    internal Finding AskWith(LocalizedText detail, params ReadOnlySpan<string> fields) => Make(Effect.Ask, fields, detail);

    internal Finding Refer(params ReadOnlySpan<string> fields) => Yield(Effect.Refer, fields);

    internal Finding Require(params ReadOnlySpan<string> fields) => Yield(Effect.Condition, fields);

    internal Finding Advise(params ReadOnlySpan<string> fields) => Yield(Effect.Advise, fields);

    /// <summary>The finding of an effect and fields. It never differs, so each is worded once and then given again.</summary>
    private Finding Yield(Effect effect, ReadOnlySpan<string> fields)
    {
        foreach (var known in made)
        {
            if (known.Effect == effect && known.Fields.AsSpan().SequenceEqual(fields))
                return known;
        }
        var finding = Make(effect, fields);
        ImmutableInterlocked.Update(ref made, (all, one) => all.Add(one), finding);
        return finding;
    }

    /// <summary>A finding whose message lists the fields at <c>{0}</c>, in words.</summary>
    private Finding Make(Effect effect, ReadOnlySpan<string> fields, params ReadOnlySpan<LocalizedText> details)
    {
        Debug.Assert(Effects.Contains(effect), $"{Id} declares no {effect}.");
        var words = LocalizedText.List([.. fields.ToImmutableArray().Select(Word)]);
        return new(Id, effect, effect is Effect.Condition ? Before : null, Message(effect).Format([words, .. details]), Source)
        {
            Fields = [.. fields],
        };
    }

    /// <summary>What a finding of the rule says, before its fields are filled in.</summary>
    internal LocalizedText Message(Effect effect) => Texts.Findings[$"{Id}.{WireName.Of(effect)}"];

    private static LocalizedText Word(string field) => Texts.Findings[$"field.{field}"];
}
