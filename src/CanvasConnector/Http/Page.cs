using System.Collections.Immutable;

namespace CanvasConnector.Http;

/// <summary>One page of a list, with what Canvas says of its neighbours; the addresses are on the configured host.</summary>
internal sealed record Page<T>(CanvasCall Call, ImmutableArray<T> Items, Uri? Next, Uri? Last);
