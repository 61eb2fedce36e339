import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Gallery } from "@/components/gallery/gallery"
import { env } from "@/lib/env"

export const metadata: Metadata = { title: "Design" }

/** Every part of the design system in both themes; for development, and where ROLLCALL_DESIGN_PAGE asks for it. */
export default function DesignPage() {
  if (env().NODE_ENV === "production" && env().ROLLCALL_DESIGN_PAGE === "off") notFound()
  return <Gallery />
}
