"use client"
import { useState } from "react"
import type { ListAddress } from "./list-address"

type Asked = Pick<ListAddress, "country" | "code" | "treatment">

/** What is typed to be looked up; it follows the address. `isAsked` is false once it is no longer what the address asks. */
export function useAsked({ country, code, treatment }: Asked) {
  const inAddress = { country, code, treatment }
  const [asked, setAsked] = useState(inAddress)
  const [followed, setFollowed] = useState(inAddress)
  if (!isSame(inAddress, followed)) {
    setFollowed(inAddress)
    setAsked(inAddress)
  }
  return { asked, setAsked, isAsked: isSame(asked, inAddress) }
}

const isSame = (one: Asked, other: Asked): boolean =>
  one.country.trim() === other.country &&
  one.code.trim() === other.code &&
  one.treatment.trim() === other.treatment
