"use client"
import { useState } from "react"
import { type TableLook, tableCookie, writeTableLook } from "./table-look"

const aYear = 31_536_000

/** How a table looks, and how to change that; kept in a cookie. */
export function useTableLook(table: string, initial: TableLook) {
  const [look, setLook] = useState(initial)
  const change = (part: Partial<TableLook>) => {
    const next = { ...look, ...part }
    setLook(next)
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we support
    document.cookie = `${tableCookie(table)}=${writeTableLook(next)}; path=/; max-age=${aYear}; samesite=lax`
  }
  return { look, change }
}
