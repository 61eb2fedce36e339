import type { Metadata } from "next"
import { cache } from "react"
import { publishAgainAction } from "@/app/(signed-in)/ineligible-items/actions"
import { shownList } from "@/app/(signed-in)/ineligible-items/shown-list"
import { orNotFound } from "@/app/(signed-in)/or-not-found"
import { signedInActor } from "@/app/(signed-in)/signed-in-actor"
import { versionName } from "@/components/lists/list-wording"
import { VersionView } from "@/components/lists/version-view"
import { getVersion, listVersions } from "@/lib/master-data/list-versions"

/** Once a request, for the page and for its title. */
const read = cache(async (id: string) => {
  const actor = await signedInActor()
  return orNotFound(id, () => getVersion(actor, id))
})

type Props = PageProps<"/ineligible-items/versions/[id]">

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: versionName(await read((await params).id)) }
}

export default async function OneVersionPage({ params }: Props) {
  const version = await read((await params).id)
  const actor = await signedInActor()
  const { list, integrationId } = version
  return (
    <VersionView
      key={version.id}
      initial={version}
      others={(await listVersions(actor, { list, integrationId, limit: 100 })).items}
      list={shownList(list)}
      role={actor.role}
      publish={publishAgainAction}
    />
  )
}
