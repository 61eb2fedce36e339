-- CreateTable
CREATE TABLE "sync_changes" (
    "sync_log_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "stream" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "device_id" UUID,
    "device_name" TEXT,
    "before_hash" BYTEA,
    "diff" JSONB NOT NULL DEFAULT '{}',
    "content_hash" BYTEA,
    "source_version" BIGINT,
    "serial_key" TEXT,
    "fields" TEXT,
    "attributes" TEXT,
    "connection_state" TEXT,
    "last_activity_at" TIMESTAMPTZ(3),

    CONSTRAINT "sync_changes_pkey" PRIMARY KEY ("sync_log_id","seq")
);

-- CreateTable
CREATE TABLE "events" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "integration_id" UUID,
    "sync_log_id" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "events_subject_id_id_idx" ON "events"("subject_id", "id" DESC);

-- CreateIndex
CREATE INDEX "events_account_id_id_idx" ON "events"("account_id", "id" DESC);
