import "server-only"
import { headers } from "next/headers"
import { redirect } from "next/navigation"
import { cache } from "react"
import { getSessionActor } from "@/lib/auth/session-actor"
import type { Actor } from "@/lib/domain/account"

/** Who is looking at this page; whoever is signed out is led to sign in, and back here afterwards. */
export const signedInActor = cache(async (): Promise<Actor> => {
  const actor = await getSessionActor()
  if (actor !== null) return actor
  const path = (await headers()).get("x-rollcall-path") ?? "/"
  redirect(path === "/" ? "/sign-in" : `/sign-in?callbackUrl=${encodeURIComponent(path)}`)
})
