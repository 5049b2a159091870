using RecordingBot.Hosting;
using RecordingBot.Packs;

namespace RecordingBot.Registry;

/// <summary>What the entries of one unit of work come of: the request, or the piece of work that nobody asked for; and the rules by which it was decided.</summary>
public sealed class AuditOrigin(ActivePack active, IHttpContextAccessor http)
{
    private readonly Guid work = Guid.NewGuid();

    /// <summary>The pack's edition.</summary>
    public string Edition => active.Pack.Edition;

    /// <summary>As logs and fault pages name the request; an id of its own where there is none.</summary>
    public string RequestId => http.HttpContext is { } request ? Faults.CorrelationId(request) : work.ToString("N");
}
