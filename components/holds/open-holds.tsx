"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import { createContext, type ReactNode, useContext } from "react"
import type { Listing } from "@/lib/domain/listing"
import type { RemovalHoldView } from "@/lib/domain/removal-hold"
import { holdsQuery } from "@/lib/queries/holds"

type OpenHolds = { items: RemovalHoldView[]; isAll: boolean }

const context = createContext<OpenHolds>({ items: [], isAll: true })

type Props = { initial: Listing<RemovalHoldView>; children: ReactNode }

/** Keeps the holds that wait for an admin current for all of a page: navigation, cards and lists. */
export function OpenHoldsProvider({ initial, children }: Props) {
  const { data } = useInfiniteQuery({
    ...holdsQuery("open"),
    initialData: { pages: [initial], pageParams: [null] },
  })
  const items = data.pages.flatMap((page) => page.items)
  const isAll = data.pages.at(-1)?.nextCursor == null
  return <context.Provider value={{ items, isAll }}>{children}</context.Provider>
}

/** The holds that wait, newest first; `isAll` is false when there are more than one page of them. */
export const useOpenHolds = (): OpenHolds => useContext(context)
