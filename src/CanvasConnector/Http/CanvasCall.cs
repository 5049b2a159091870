using System.Collections.Immutable;
using RestSharp;

namespace CanvasConnector.Http;

/// <summary>One request before it is sent: method, address and fields, without token and without patience.</summary>
internal sealed record CanvasCall
{
    private const string Api = "/api/v1/";

    private CanvasCall(Method method, string path) => (Method, Path) = (method, path);

    public Method Method { get; }

    /// <summary>The absolute path, without query.</summary>
    public string Path { get; }

    /// <summary>An address that Canvas gave, sent unchanged; null for our own addresses.</summary>
    public Uri? Opaque { get; private init; }

    public ImmutableArray<KeyValuePair<string, string>> Query { get; private init; } = [];

    public ImmutableArray<KeyValuePair<string, string>> Form { get; private init; } = [];

    /// <summary>Whether a second try is harmless when nobody knows whether the first took effect.</summary>
    public bool Repeatable { get; init; }

    /// <summary>Whether it goes without a token, as does the call for one.</summary>
    public bool Anonymous { get; private init; }

    public string Verb => Method.ToString().ToUpperInvariant();

    public static CanvasCall Get(string path) => new(Method.Get, Api + path) { Repeatable = true };

    public static CanvasCall Get(Uri opaque) => new(Method.Get, opaque.AbsolutePath) { Opaque = opaque, Repeatable = true };

    /// <summary>For an address that is not to be told: messages and logs show the path in its place.</summary>
    public static CanvasCall Get(string shown, Uri address) => new(Method.Get, Api + shown) { Opaque = address, Repeatable = true };

    public static CanvasCall Post(string path) => new(Method.Post, Api + path);

    public static CanvasCall Put(string path) => new(Method.Put, Api + path) { Repeatable = true };

    public static CanvasCall Delete(string path) => new(Method.Delete, Api + path) { Repeatable = true };

    /// <summary>Asks for an access token. Canvas may give as many as it is asked for, so that asking again is harmless.</summary>
    public static CanvasCall SignIn() => new(Method.Post, "/login/oauth2/token") { Repeatable = true, Anonymous = true };

    public CanvasCall Ask(string name, params IEnumerable<string> values) =>
        this with
        {
            Query = [.. Query, .. values.Select(value => KeyValuePair.Create(name, value))],
        };

    public CanvasCall With(string name, params IEnumerable<string> values) =>
        this with
        {
            Form = [.. Form, .. values.Select(value => KeyValuePair.Create(name, value))],
        };

    public RestRequest ToRequest()
    {
        var request = new RestRequest(Path, Method);
        foreach (var (name, value) in Query)
            request.AddQueryParameter(name, value);
        foreach (var (name, value) in Form)
            request.AddParameter(name, value, ParameterType.GetOrPost);
        if (Opaque is not null)
            request.Interceptors = [new ExactAddress(Opaque)];
        return request;
    }
}
