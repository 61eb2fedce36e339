-- CreateTable
CREATE TABLE "published_lists" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "account_id" UUID NOT NULL,
    "integration_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER,
    "sync_log_id" UUID NOT NULL,
    "published_by_id" UUID,
    "hold_id" UUID,
    "content" BYTEA,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "received" INTEGER NOT NULL,
    "items" INTEGER NOT NULL,
    "rejected" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "gone" INTEGER NOT NULL,
    "base_id" UUID,
    "base_etag" TEXT,
    "endpoint" TEXT,
    "bucket" TEXT,
    "key" TEXT,
    "etag" TEXT,
    "version_id" TEXT,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "published_lists_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "published_lists_account_id_id_idx" ON "published_lists"("account_id", "id" DESC);

-- CreateIndex
CREATE INDEX "published_lists_sync_log_id_idx" ON "published_lists"("sync_log_id");

-- AddForeignKey
ALTER TABLE "published_lists" ADD CONSTRAINT "published_lists_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_lists" ADD CONSTRAINT "published_lists_integration_id_fkey" FOREIGN KEY ("integration_id") REFERENCES "integrations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Serves: the version that is published now, and the next number.
create unique index published_lists_versions on published_lists (integration_id, version desc) where version is not null;

-- Serves: the list that waits in a hold.
create index published_lists_held on published_lists (hold_id) where hold_id is not null;

alter table published_lists add constraint published_lists_status_known
  check (status in ('published', 'held', 'planned', 'let_go'));
