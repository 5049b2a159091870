using System.Collections.Immutable;
using System.Text.Json;
using ZoomConnector.Webhooks;

namespace ZoomConnector.CloudRecordings;

/// <summary>Reads the files of a cloud recording, alike in answers and in events; what is missing or of another type is null.</summary>
internal static class CloudFiles
{
    public static ImmutableArray<CloudFile> Of(JsonElement recordingFiles, JsonElement participantAudioFiles) =>
        [
            .. recordingFiles.Items().Select(file => FileOf(file, ofOneParticipant: false)),
            .. participantAudioFiles.Items().Select(file => FileOf(file, ofOneParticipant: true)),
        ];

    private static CloudFile FileOf(JsonElement file, bool ofOneParticipant) =>
        new()
        {
            Id = file.FilledText("id"),
            FileType = file.Text("file_type") ?? "",
            FileExtension = file.FilledText("file_extension"),
            RecordingType = file.FilledText("recording_type"),
            FileSize = file.Number("file_size") is { } size and > 0 ? size : 0,
            RecordingStart = file.Moment("recording_start"),
            RecordingEnd = file.Moment("recording_end"),
            Status = file.FilledText("status"),
            OfOneParticipant = ofOneParticipant,
        };
}
