import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Gallery } from "@/components/gallery/gallery"

export const metadata: Metadata = { title: "Design" }

/** Every part of the design system in both themes; for development, and where ROLLCALL_DESIGN_PAGE asks for it. */
export default function DesignPage() {
  if (process.env.NODE_ENV === "production" && process.env.ROLLCALL_DESIGN_PAGE !== "on") notFound()
  return <Gallery />
}
