import type { Metadata } from "next"
import { signedInActor } from "@/app/(signed-in)/signed-in-actor"
import { HoldsView } from "@/components/holds/holds-view"
import { PageHeading } from "@/components/ui/page-heading"
import { listHolds } from "@/lib/inventory/holds/list-holds"

export const metadata: Metadata = { title: "Holds" }

/** The holds that wait come with the frame, which keeps them current. */
export default async function HoldsPage() {
  const actor = await signedInActor()
  return (
    <>
      <PageHeading
        title="Holds"
        lead="Removals and lists that look like an accident. Everything stays as it is until an admin decides."
      />
      <HoldsView all={await listHolds(actor, { status: "all", limit: 50 })} />
    </>
  )
}
