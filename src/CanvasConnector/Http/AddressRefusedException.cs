namespace CanvasConnector.Http;

/// <summary>A host's name led to an address that must not be called.</summary>
internal sealed class AddressRefusedException() : Exception("The address may not be called.");
