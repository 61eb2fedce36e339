import { infiniteQueryOptions } from "@tanstack/react-query"
import type { InventoryNoun } from "@/lib/domain/noun"
import { answer } from "./answer"
import { readJson } from "./read-json"

/** Where each noun stands among the addresses, and in the cache. */
const places: Record<InventoryNoun, string> = {
  device: "devices",
  "device-model": "device-models",
  circuit: "circuits",
}

/** The history of one device, model or circuit, newest first. */
export const inventoryChangesQuery = (noun: InventoryNoun, id: string) =>
  infiniteQueryOptions({
    queryKey: [places[noun], id, "changes"],
    queryFn: ({ signal, pageParam }) =>
      readJson({
        path: `/api/${places[noun]}/${id}/changes`,
        query: { limit: 20, cursor: pageParam },
        schema: answer("inventoryChanges"),
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
