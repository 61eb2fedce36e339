"use client"
import { Button } from "@/components/ui/button"
import { LinkButton } from "@/components/ui/link-button"
import { Notice } from "@/components/ui/notice"

type Save = {
  run: (check: boolean) => void
  isPending: boolean
  failure: string | null
  errors: Record<string, string[]>
}

/** Saves after a check of the connection; where only the check fails, one can save all the same. */
export function EditorFooter({ save }: { save: Save }) {
  const onlyTheCheck = save.failure !== null && Object.keys(save.errors).length === 0
  return (
    <div className="space-y-3">
      {save.failure !== null && (
        <Notice tone="bad" title={save.failure}>
          Nothing was saved.
        </Notice>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <LinkButton variant="ghost" href="/settings/integrations">
          Cancel
        </LinkButton>
        {onlyTheCheck && (
          <Button disabled={save.isPending} onClick={() => save.run(false)}>
            Save without a check
          </Button>
        )}
        <Button type="submit" variant="primary" busy={save.isPending}>
          Save changes
        </Button>
      </div>
    </div>
  )
}
