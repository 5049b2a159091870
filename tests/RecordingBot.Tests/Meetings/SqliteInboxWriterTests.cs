namespace RecordingBot.Tests.Meetings;

public sealed class SqliteInboxWriterTests() : InboxWriterTests(onPostgres: false);
