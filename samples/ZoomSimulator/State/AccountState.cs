namespace ZoomSimulator.State;

/// <summary>The account itself.</summary>
internal sealed class AccountState : SharedSettings;
