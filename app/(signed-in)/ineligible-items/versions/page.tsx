import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { asQuery } from "@/app/(signed-in)/ineligible-items/as-query"
import { choosePublisher } from "@/app/(signed-in)/ineligible-items/choose-publisher"
import { shownList } from "@/app/(signed-in)/ineligible-items/shown-list"
import { signedInActor } from "@/app/(signed-in)/signed-in-actor"
import { placeOf, readAddress, versionsPath, writeAddress } from "@/components/lists/list-address"
import { ListSwitch } from "@/components/lists/list-switch"
import { NoPublisher } from "@/components/lists/no-publisher"
import { VersionsView } from "@/components/lists/versions-view"
import { PageHeading } from "@/components/ui/page-heading"
import { listVersions } from "@/lib/master-data/list-versions"

export const metadata: Metadata = { title: "Versions" }

export default async function VersionsPage({ searchParams }: PageProps<"/ineligible-items/versions">) {
  const actor = await signedInActor()
  const address = readAddress(asQuery(await searchParams))
  const { integration, publishers } = await choosePublisher(actor, address)
  if (address.source !== "" && integration?.id !== address.source)
    redirect(versionsPath({ list: address.list }))
  const list = shownList(address.list)
  const place = placeOf(address)
  return (
    <>
      <PageHeading
        back={{ href: writeAddress(address), label: list.name }}
        title={`Versions of ${list.name}`}
        lead="Everything that was published, newest first, with the proof of its delivery."
      />
      <div className="space-y-4">
        <ListSwitch list={list.id} path="/ineligible-items/versions" />
        {integration === null ? (
          <NoPublisher name={list.name} role={actor.role} />
        ) : (
          <VersionsView
            key={integration.id}
            place={place}
            initial={await listVersions(actor, { ...place, limit: 25 })}
            publishers={publishers}
          />
        )}
      </div>
    </>
  )
}
