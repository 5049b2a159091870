namespace KillPoints.Oracle;

/// <summary>Removed means read back and receipted (I13), and was allowed (I1).</summary>
internal static class Endings
{
    private static readonly TimeSpan MinimumWarning = TimeSpan.FromDays(7);

    /// <summary>What doesn't hold of one recording.</summary>
    public static IEnumerable<string> Violations(Look look, Expected expected, Row recording)
    {
        var id = recording.Id("Id");
        var copies = look.Copies.Where(row => row.Id("RecordingId") == id).ToList();
        var receipts = look.Receipts.Where(row => row.Id("RecordingId") == id).ToList();
        return
        [
            .. Receipted(look, recording, copies, receipts),
            .. True(look, expected, copies, receipts),
            .. Allowed(look, expected, id, receipts),
        ];
    }

    private static IEnumerable<string> Receipted(Look look, Row recording, List<Row> copies, List<Row> receipts)
    {
        foreach (var copy in copies)
        {
            var count = receipts.Count(receipt => receipt.Id("CopyId") == copy.Id("Id"));
            if (count > 1)
                yield return $"I13: {count} receipts of one copy";
            if (count == 0 && (copy["State"] == "Gone" || recording["State"] == "Deleted"))
                yield return $"I13: no receipt of a copy in {copy["Place"]}";
            if (count == 1 && copy["State"] != "Gone")
                yield return $"I13: a receipt of a copy that is {copy["State"]}";
        }
        if (receipts.Any(receipt => receipt.At("GoneAt") > look.Now || receipt.At("GoneAt") < receipt.At("OrderedAt")))
            yield return "I13: a receipt's times can't be";
    }

    /// <summary>A receipt says what is true: not there, and the very content that lay there.</summary>
    private static IEnumerable<string> True(Look look, Expected expected, List<Row> copies, List<Row> receipts)
    {
        foreach (var receipt in receipts)
        {
            var copy = copies.Single(row => row.Id("Id") == receipt.Id("CopyId"));
            var isThere =
                copy["Place"] == "canvas"
                    ? look.Canvas.Exists(file => file.IsThere && $"{file.Id}" == copy["Locator"])
                    : look.Disk.ContainsKey(copy["Locator"]!);
            if (isThere)
                yield return $"I13: receipted, and still in {copy["Place"]}";
            if (!expected.Files.Values.Contains(receipt["Sha256"], StringComparer.Ordinal))
                yield return "I13: a receipt of something else";
        }
    }

    private static IEnumerable<string> Allowed(Look look, Expected expected, string id, List<Row> receipts)
    {
        var orders = look.Orders.Where(row => row.Id("RecordingId") == id).ToList();
        if (receipts.Count > 0 && orders.Count != 1)
            yield return $"I13: {orders.Count} orders of one removal";
        if (expected.Held && orders.Count > 0)
            yield return "I1: ordered while it is held";
        if (expected.OwnerAsked)
            yield break;
        foreach (var order in orders)
        {
            if (order.At("At") < look.Closes)
                yield return "I1: ordered before its course closed";
            if (order.At("At") < expected.NotBefore)
                yield return "I1: ordered before the people had their time";
            var warned = look
                .Warnings.Where(row => row.Id("RecordingId") == id && row.At("AcceptedAt") <= order.At("At") - MinimumWarning)
                .Where(row => row.At("EndsAt") == order.At("EndsAt"))
                .Select(row => row["PersonId"] ?? row["CanvasUserId"])
                .Distinct(StringComparer.Ordinal)
                .Count();
            if (warned < look.Teachers)
                yield return $"I1: {warned} of {look.Teachers} were warned in time";
        }
    }
}
