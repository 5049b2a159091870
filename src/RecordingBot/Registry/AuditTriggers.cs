namespace RecordingBot.Registry;

/// <summary>
/// What the database itself refuses, to whoever asks (security.md 7): a change or removal of an audit entry, a head that goes back. Migrations run
/// these statements; one that makes the audit's table anew has to run them again.
/// </summary>
public static class AuditTriggers
{
    /// <summary>For SQLite.</summary>
    public const string Sqlite = """
        CREATE TRIGGER IF NOT EXISTS "Audit_NoUpdate" BEFORE UPDATE ON "Audit"
        BEGIN SELECT RAISE(ABORT, 'An audit entry is never changed.'); END;
        CREATE TRIGGER IF NOT EXISTS "Audit_NoDelete" BEFORE DELETE ON "Audit"
        BEGIN SELECT RAISE(ABORT, 'An audit entry is never removed.'); END;
        CREATE TRIGGER IF NOT EXISTS "AuditHead_OnlyForward" BEFORE UPDATE ON "AuditHead" WHEN NEW."Sequence" < OLD."Sequence"
        BEGIN SELECT RAISE(ABORT, 'The head of the audit never goes back.'); END;
        CREATE TRIGGER IF NOT EXISTS "AuditHead_NoDelete" BEFORE DELETE ON "AuditHead"
        BEGIN SELECT RAISE(ABORT, 'The head of the audit is never removed.'); END;
        """;

    /// <summary>For PostgreSQL; TRUNCATE, which runs no row's trigger, is refused too.</summary>
    public const string Postgres = """
        CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'The audit is only added to.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE OR REPLACE TRIGGER "Audit_NoChange" BEFORE UPDATE OR DELETE ON "Audit"
        FOR EACH ROW EXECUTE FUNCTION audit_refuse();
        CREATE OR REPLACE TRIGGER "Audit_NoTruncate" BEFORE TRUNCATE ON "Audit"
        FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
        CREATE OR REPLACE TRIGGER "AuditHead_OnlyForward" BEFORE UPDATE ON "AuditHead"
        FOR EACH ROW WHEN (NEW."Sequence" < OLD."Sequence") EXECUTE FUNCTION audit_refuse();
        CREATE OR REPLACE TRIGGER "AuditHead_NoDelete" BEFORE DELETE ON "AuditHead"
        FOR EACH ROW EXECUTE FUNCTION audit_refuse();
        CREATE OR REPLACE TRIGGER "AuditHead_NoTruncate" BEFORE TRUNCATE ON "AuditHead"
        FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
        """;
}
