import { z } from "zod"

/** `?limit=` and `?cursor=` of every list. */
export const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(1000).optional(),
})
export type ListQuery = z.infer<typeof listQuery>

/** A keyset page of a list; `nextCursor` is null on the last one, `total` is given where it is cheap. */
export type Listing<T> = { items: T[]; nextCursor: string | null; total?: number }

export const listing = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.number().int().optional() })
