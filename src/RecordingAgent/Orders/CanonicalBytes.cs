using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace RecordingAgent.Orders;

/// <summary>
/// The bytes that are signed: each field with its length before it (8 bytes, big-endian), an absent one as length -1.
/// So two different values never give the same bytes, and no JSON has to be brought into one form.
/// </summary>
internal sealed class CanonicalBytes
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    public static byte[] Of(Order order)
    {
        var all = new CanonicalBytes()
            .Add("recording-agent-order-1")
            .Add(order.Id)
            .Add(order.DeviceId)
            .Add((int)order.Kind)
            .Add(order.RootId)
            .Add(order.RelativePath)
            .Add(order.Size)
            .Add(order.Sha256)
            .Add(order.NotBefore)
            .Add(order.ExpiresAt)
            .Add(order.Upload?.Url.OriginalString)
            .Add(order.Upload?.FileParam)
            .Add(order.Upload?.FileName)
            .Add(order.Upload?.ContentType)
            .Add(order.Upload?.Params.Count ?? 0);
        foreach (var (name, value) in order.Upload?.Params ?? [])
            all.Add(name).Add(value);
        return all.bytes.WrittenSpan.ToArray();
    }

    public static byte[] Of(Receipt receipt) =>
        new CanonicalBytes()
            .Add("recording-agent-receipt-1")
            .Add(receipt.OrderId)
            .Add(receipt.DeviceId)
            .Add((int)receipt.Outcome)
            .Add(receipt.Reason)
            .Add(receipt.At)
            .Add((int?)receipt.Evidence?.Kind)
            .Add(receipt.Evidence?.Size)
            .Add(receipt.Evidence?.Sha256)
            .Add(receipt.Evidence?.SeenAt)
            .Add(receipt.Upload?.Status)
            .Add(receipt.Upload?.Location)
            .Add(receipt.Upload?.Body)
            .bytes.WrittenSpan.ToArray();

    private CanonicalBytes Add(long? number) => Add(number?.ToString(CultureInfo.InvariantCulture));

    /// <summary>The instant, whatever zone it is written in.</summary>
    private CanonicalBytes Add(DateTimeOffset? moment) => Add(moment?.UtcTicks);

    private CanonicalBytes Add(string? field)
    {
        var content = Encoding.UTF8.GetBytes(field ?? "");
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, field is null ? -1 : content.Length);
        bytes.Write(length);
        bytes.Write(content);
        return this;
    }
}
