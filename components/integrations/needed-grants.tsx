import { CodeView } from "@/components/ui/code-view"
import type { CatalogEntry } from "@/lib/domain/provider"
import { type IntegrationDraft, isShown } from "./integration-draft"

/** What the admin of the other system has to grant, ready to be copied; nothing where the provider's help says it all. */
export function NeededGrants({ entry, draft }: { entry: CatalogEntry; draft: IntegrationDraft }) {
  return (entry.grants ?? [])
    .filter((grant) => isShown(grant, draft))
    .map(({ title, text }) => (
      <div key={title} className="flex flex-col gap-1">
        <h3 className="font-medium">{title}</h3>
        <CodeView what={title.toLowerCase()} value={text} />
      </div>
    ))
}
