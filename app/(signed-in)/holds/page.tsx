import type { Metadata } from "next"
import { HoldsView } from "@/components/holds/holds-view"
import { PageHeading } from "@/components/ui/page-heading"

export const metadata: Metadata = { title: "Held removals" }

/** The holds that wait come with the frame, which keeps them current. */
export default function HoldsPage() {
  return (
    <>
      <PageHeading
        title="Held removals"
        lead="What a source no longer has, kept because unusually much went at once."
      />
      <HoldsView />
    </>
  )
}
