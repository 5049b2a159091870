using RecordingPolicy.Packs;

namespace RecordingBot.Packs;

/// <summary>The pack by which this installation decides; setting <c>Policy:Pack</c>.</summary>
public sealed record ActivePack(PolicyPack Pack);
