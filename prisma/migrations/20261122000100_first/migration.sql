-- Time-ordered ids (RFC 9562, version 7). Postgres 18 makes them itself; older ones get the same from one expression,
-- which the planner inlines.
do $$
begin
  if current_setting('server_version_num')::int >= 180000 then
    create function uuid_v7() returns uuid language sql volatile parallel safe as 'select uuidv7()';
  else
    create function uuid_v7() returns uuid language sql volatile parallel safe as $sql$
      select encode(
        set_bit(set_bit(
          overlay(uuid_send(gen_random_uuid())
            placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
            from 1 for 6),
          52, 1), 53, 1), 'hex')::uuid
    $sql$;
  end if;
end $$;

-- CreateEnum
CREATE TYPE "role" AS ENUM ('ADMIN', 'MEMBER', 'VIEWER');

-- CreateEnum
CREATE TYPE "sync_status" AS ENUM ('PENDING', 'RUNNING', 'SUCCESS', 'PARTIAL', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "sync_trigger" AS ENUM ('scheduled', 'manual', 'api', 'workflow_event');

-- CreateEnum
CREATE TYPE "sync_mode" AS ENUM ('sync', 'preview', 'replay');

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "device_source" TEXT NOT NULL DEFAULT 'database',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "account_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("account_id","user_id")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "account_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "integrations" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "account_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "credentials_ciphertext" BYTEA,
    "credentials_key_id" TEXT,
    "credential_keys" TEXT[],
    "sync_interval" INTEGER,
    "cron" TEXT,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "sync_enabled" BOOLEAN NOT NULL DEFAULT true,
    "next_sync_at" TIMESTAMPTZ(3),
    "removal_policy" JSONB NOT NULL DEFAULT '{}',
    "state" JSONB NOT NULL DEFAULT '{}',
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "integrations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "integration_streams" (
    "integration_id" UUID NOT NULL,
    "stream" TEXT NOT NULL,
    "sync_interval" INTEGER,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "next_sync_at" TIMESTAMPTZ(3),
    "last_complete_at" TIMESTAMPTZ(3),
    "complete_scope" TEXT,
    "complete_sync_id" UUID,
    "cursor" TEXT,

    CONSTRAINT "integration_streams_pkey" PRIMARY KEY ("integration_id","stream")
);

-- CreateTable
CREATE TABLE "sync_logs" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "account_id" UUID NOT NULL,
    "integration_id" UUID NOT NULL,
    "status" "sync_status" NOT NULL DEFAULT 'PENDING',
    "trigger" "sync_trigger" NOT NULL,
    "mode" "sync_mode" NOT NULL DEFAULT 'sync',
    "triggered_by_id" UUID,
    "status_filter" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "cancel_requested_at" TIMESTAMPTZ(3),
    "heartbeat_at" TIMESTAMPTZ(3),
    "worker_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "duration_ms" INTEGER,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "receipt" JSONB NOT NULL DEFAULT '{}',
    "progress" JSONB,
    "checkpoint" JSONB NOT NULL DEFAULT '{}',
    "error_code" TEXT,
    "error_message" TEXT,
    "provider_said" TEXT,
    "context" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "sync_logs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sync_log_lines" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "account_id" UUID NOT NULL,
    "sync_log_id" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "reason" TEXT,
    "message" TEXT NOT NULL,
    "external_id" TEXT,
    "path" TEXT,
    "sample" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sync_log_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sync_pages" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "account_id" UUID NOT NULL,
    "integration_id" UUID NOT NULL,
    "sync_log_id" UUID NOT NULL,
    "sync_type" TEXT NOT NULL,
    "page" INTEGER NOT NULL,
    "raw_response" BYTEA NOT NULL,
    "bytes" INTEGER NOT NULL,
    "redacted_paths" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sync_pages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sync_records" (
    "sync_log_id" UUID NOT NULL,
    "stream" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "source_version" BIGINT,
    "serial_key" TEXT,
    "fields" TEXT NOT NULL,
    "attributes" TEXT NOT NULL,
    "connection_state" TEXT,
    "last_activity_at" TIMESTAMPTZ(3)
);

-- CreateTable
CREATE TABLE "removal_holds" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "account_id" UUID NOT NULL,
    "integration_id" UUID NOT NULL,
    "stream" TEXT NOT NULL,
    "sync_log_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "reason" TEXT NOT NULL,
    "records" INTEGER NOT NULL,
    "known" INTEGER NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "removal_holds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "devices" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "account_id" UUID NOT NULL,
    "name" TEXT,
    "serial_number" TEXT,
    "serial_key" TEXT,
    "model" TEXT,
    "model_identifier" TEXT,
    "type" TEXT NOT NULL DEFAULT 'unknown',
    "kind" TEXT NOT NULL DEFAULT 'standard',
    "status" TEXT NOT NULL DEFAULT 'active',
    "assigned_to" TEXT,
    "os_version" TEXT,
    "manual" JSONB,
    "retired_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "devices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device_records" (
    "account_id" UUID NOT NULL,
    "integration_id" UUID NOT NULL,
    "stream" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "device_id" UUID NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "source_version" BIGINT,
    "serial_key" TEXT,
    "fields" JSONB NOT NULL,
    "attributes" JSONB NOT NULL,
    "missing_since" TIMESTAMPTZ(3),
    "missing_sync_id" UUID,
    "hold_id" UUID,
    "retired_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_records_pkey" PRIMARY KEY ("integration_id","stream","external_id")
);

-- CreateTable
CREATE TABLE "device_states" (
    "device_id" UUID NOT NULL,
    "integration_id" UUID NOT NULL,
    "connection_state" TEXT NOT NULL,
    "last_activity_at" TIMESTAMPTZ(3),

    CONSTRAINT "device_states_pkey" PRIMARY KEY ("device_id")
);

-- CreateTable
CREATE TABLE "device_changes" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "account_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "sync_log_id" UUID,
    "integration_id" UUID,
    "actor_id" UUID,
    "kind" TEXT NOT NULL,
    "fields" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_changes_pkey" PRIMARY KEY ("device_id","id")
);

-- CreateTable
CREATE TABLE "notifications" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "account_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "href" TEXT,
    "sync_log_id" UUID,
    "read_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "api_tokens_user_id_idx" ON "api_tokens"("user_id");

-- CreateIndex
CREATE INDEX "integrations_account_id_idx" ON "integrations"("account_id");

-- CreateIndex
CREATE INDEX "sync_logs_integration_id_id_idx" ON "sync_logs"("integration_id", "id" DESC);

-- CreateIndex
CREATE INDEX "sync_logs_account_id_id_idx" ON "sync_logs"("account_id", "id" DESC);

-- CreateIndex
CREATE INDEX "sync_log_lines_sync_log_id_id_idx" ON "sync_log_lines"("sync_log_id", "id");

-- CreateIndex
CREATE INDEX "sync_pages_created_at_idx" ON "sync_pages"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "sync_pages_sync_log_id_sync_type_page_key" ON "sync_pages"("sync_log_id", "sync_type", "page");

-- CreateIndex
CREATE INDEX "sync_records_sync_log_id_stream_idx" ON "sync_records"("sync_log_id", "stream");

-- CreateIndex
CREATE INDEX "removal_holds_account_id_status_idx" ON "removal_holds"("account_id", "status");

-- CreateIndex
CREATE INDEX "removal_holds_integration_id_stream_idx" ON "removal_holds"("integration_id", "stream");

-- CreateIndex
CREATE INDEX "devices_account_id_name_id_idx" ON "devices"("account_id", "name", "id");

-- CreateIndex
CREATE INDEX "device_records_device_id_idx" ON "device_records"("device_id");

-- CreateIndex
CREATE INDEX "device_changes_sync_log_id_id_idx" ON "device_changes"("sync_log_id", "id");

-- CreateIndex
CREATE INDEX "notifications_user_id_id_idx" ON "notifications"("user_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "notifications_user_id_kind_sync_log_id_key" ON "notifications"("user_id", "kind", "sync_log_id");

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrations" ADD CONSTRAINT "integrations_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integration_streams" ADD CONSTRAINT "integration_streams_integration_id_fkey" FOREIGN KEY ("integration_id") REFERENCES "integrations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_logs" ADD CONSTRAINT "sync_logs_integration_id_fkey" FOREIGN KEY ("integration_id") REFERENCES "integrations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_logs" ADD CONSTRAINT "sync_logs_triggered_by_id_fkey" FOREIGN KEY ("triggered_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_log_lines" ADD CONSTRAINT "sync_log_lines_sync_log_id_fkey" FOREIGN KEY ("sync_log_id") REFERENCES "sync_logs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_pages" ADD CONSTRAINT "sync_pages_sync_log_id_fkey" FOREIGN KEY ("sync_log_id") REFERENCES "sync_logs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "removal_holds" ADD CONSTRAINT "removal_holds_integration_id_fkey" FOREIGN KEY ("integration_id") REFERENCES "integrations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One live run per integration (S3-OVERLAP). Serves: claim of a run, "the run in progress".
create unique index sync_logs_one_live_run on sync_logs (integration_id) where status in ('PENDING', 'RUNNING');

-- Serves: the sweep for runs whose worker died (S4-RECOVER).
create index sync_logs_running on sync_logs (heartbeat_at) where status = 'RUNNING';

-- Serves: the dispatcher's look for due integrations, every 30 s (S4-WORKER).
create index integrations_due on integrations (next_sync_at) where sync_enabled and deleted_at is null and next_sync_at is not null;

-- A serial is one device within its account; two accounts may both have it. Serves: resolution by serial.
create unique index devices_account_serial on devices (account_id, serial_key) where serial_key is not null;

-- Serves: what is missing now, what is retired and due for purging. Small, because most records are there.
create index device_records_missing on device_records (integration_id, stream) where missing_since is not null;

-- At most one open hold per stream: a later run adds to it and never forgets it (N-HOLD).
create unique index removal_holds_one_open on removal_holds (integration_id, stream) where status = 'open';

-- Serves: a run's rejects.
create index sync_log_lines_rejects on sync_log_lines (sync_log_id, id) where reason is not null;

-- The stage is rebuilt by reading again, so it needs no write-ahead log; a database crash empties it, which the engine notices.
alter table sync_records set unlogged;

-- Volatile state is updated in place within its page.
alter table device_states set (fillfactor = 70);

-- Compressed already.
alter table sync_pages alter column raw_response set storage external;

alter table integrations add constraint integrations_schedule_is_one check (sync_interval is null or cron is null);
alter table integrations add constraint integrations_interval_positive check (sync_interval > 0);
alter table devices add constraint devices_status_known check (status in ('active', 'retired'));
alter table removal_holds add constraint removal_holds_status_known
  check (status in ('open', 'approved', 'dismissed', 'resolved', 'expired'));
