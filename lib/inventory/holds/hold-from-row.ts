import { type RemovalHoldView, removalHoldView } from "@/lib/domain/removal-hold"

type Row = Record<string, unknown> & { createdAt: Date; updatedAt: Date; decidedAt: Date | null }

export const holdFromRow = (row: Row): RemovalHoldView =>
  removalHoldView.parse({
    ...row,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  })
