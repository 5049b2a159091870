namespace CanvasConnector.Http;

/// <summary>Something of Canvas that carries its own id, so that an answer can be held against the question.</summary>
internal interface IIdentified<T>
{
    CanvasId<T> Id { get; }
}
