using System.Collections.Immutable;
using ZoomSimulator.Rest;
using ZoomSimulator.State;

namespace ZoomSimulator.Sandbox;

/// <summary>Somebody changes recording settings by hand; what is not named stays as it is.</summary>
/// <param name="Local">May record to the computer.</param>
/// <param name="Cloud">May record to the cloud.</param>
/// <param name="Auto">What starts by itself: <c>local</c>, <c>cloud</c> or <c>none</c>.</param>
/// <param name="Lock">Settings to lock, by Zoom's names; for a group or the account.</param>
/// <param name="Unlock">Settings to unlock.</param>
internal sealed record SettingsAct(bool? Local, bool? Cloud, string? Auto, ImmutableArray<string>? Lock, ImmutableArray<string>? Unlock)
{
    public const string Words =
        "Settings take local and cloud: true or false, auto: local, cloud or none; lock and unlock: names of settings.";

    private static readonly ImmutableArray<string> Lockable = [SharedSettings.Local, SharedSettings.Cloud, SharedSettings.Auto];

    public bool IsRight =>
        (Auto is null || SettingsApi.IsAutomatic(Auto))
        && (Lock ?? []).Concat(Unlock ?? []).All(setting => Lockable.Contains(setting, StringComparer.Ordinal));

    public bool ChangesLocks => Lock is not null || Unlock is not null;

    public bool ChangesSettings => Local is not null || Cloud is not null || Auto is not null;

    /// <summary>The settings that are named, by Zoom's names.</summary>
    public IEnumerable<string> Named =>
        new[]
        {
            Local is null ? null : SharedSettings.Local,
            Cloud is null ? null : SharedSettings.Cloud,
            Auto is null ? null : SharedSettings.Auto,
        }.OfType<string>();
}
