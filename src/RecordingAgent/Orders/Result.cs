namespace RecordingAgent.Orders;

/// <summary>What came of carrying out an order, before it is dated and signed.</summary>
internal sealed record Result(ReceiptOutcome Outcome, string? Reason = null, Evidence? Evidence = null, UploadAnswer? Upload = null)
{
    public static Result Refused(string reason, Evidence? evidence = null) => new(ReceiptOutcome.Refused, reason, evidence);

    public static Result Failed(string reason, Evidence? evidence = null, UploadAnswer? upload = null) =>
        new(ReceiptOutcome.Failed, reason, evidence, upload);

    public static Result Done(Evidence evidence, UploadAnswer? upload = null) => new(ReceiptOutcome.Done, Reason: null, evidence, upload);
}
