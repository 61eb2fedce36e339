import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { changeSyncSettingsAction, syncAction } from "@/app/(signed-in)/settings/integrations/actions"
import { signedInActor } from "@/app/(signed-in)/signed-in-actor"
import { filterOf, listFrom, listNames, readAddress, writeAddress } from "@/components/lists/list-address"
import { ListSwitch } from "@/components/lists/list-switch"
import { ListView } from "@/components/lists/list-view"
import { NoPublisher } from "@/components/lists/no-publisher"
import { PageHeading } from "@/components/ui/page-heading"
import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"
import { listItemsQuery } from "@/lib/domain/published-list"
import { getList } from "@/lib/master-data/get-list"
import { registry } from "@/lib/providers/registry"
import type { ListFilter } from "@/lib/queries/lists"
import { asQuery } from "./as-query"
import { choosePublisher } from "./choose-publisher"
import { shownList } from "./shown-list"

const actions = { sync: syncAction, changeSyncSettings: changeSyncSettingsAction }

type Props = PageProps<"/ineligible-items">

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: listNames[listFrom(asQuery(await searchParams).get("list"))] }
}

export default async function PublishedListPage({ searchParams }: Props) {
  const actor = await signedInActor()
  const address = readAddress(asQuery(await searchParams))
  const { integration, publishers } = await choosePublisher(actor, address)
  if (address.source !== "" && integration?.id !== address.source)
    redirect(writeAddress({ ...address, source: "" }))
  const list = shownList(address.list)
  return (
    <>
      <PageHeading
        title={list.name}
        lead={
          list.hasRules
            ? "What may not be exported, by country, commodity and treatment, as it is published to S3."
            : "The country codes in use, as they are published to S3."
        }
      />
      <div className="space-y-4">
        <ListSwitch list={list.id} path="/ineligible-items" />
        {integration === null ? (
          <NoPublisher name={list.name} role={actor.role} />
        ) : (
          <ListView
            key={integration.id}
            list={list}
            initial={await readPage(actor, filterOf(address))}
            integration={integration}
            publishers={publishers}
            role={actor.role}
            actions={actions}
          />
        )}
      </div>
    </>
  )
}

/** An address with a cursor that is not ours starts at the first page instead. Null while the list cannot be read. */
async function readPage(actor: Actor, filter: ListFilter) {
  const read = ({ list, ...query }: ListFilter) =>
    getList(actor, { list, query: listItemsQuery.parse(query), providers: registry })
  try {
    return { filter, page: await read(filter) }
  } catch (error) {
    const { cursor, ...fromStart } = filter
    if (error instanceof RequestError && error.status === 503) return null
    if (!(error instanceof RequestError) || cursor === undefined) throw error
    return { filter: fromStart, page: await read(fromStart) }
  }
}
