"use client"
import { Eye, RotateCcw } from "lucide-react"
import { useState } from "react"
import { ActionMenu } from "@/components/ui/action-menu"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Dialog } from "@/components/ui/dialog"
import { Drawer } from "@/components/ui/drawer"
import { Panel } from "@/components/ui/panel"
import { toast, toastFailure } from "@/components/ui/toast"
import { Tooltip } from "@/components/ui/tooltip"

type Shown = "dialog" | "drawer" | "question" | null

/** What comes over the page. It opens in the theme of the whole page. */
export function ShownOverlays({ theme }: { theme: string }) {
  const [shown, setShown] = useState<Shown>(null)
  const close = (open: boolean) => !open && setShown(null)
  return (
    <Panel title="Over the page" label={`Over the page, ${theme}`}>
      <div className="flex flex-wrap gap-2 p-4">
        <Button onClick={() => setShown("dialog")}>Dialog</Button>
        <Button onClick={() => setShown("drawer")}>Drawer</Button>
        <Button onClick={() => setShown("question")}>ConfirmDialog</Button>
        <Button onClick={() => toast("The account was saved")}>Toast</Button>
        <Button onClick={() => toastFailure("The sync did not start", "A run is in progress.")}>
          Toast of a failure
        </Button>
        <Tooltip text="A few words about a control">
          <Button>Tooltip</Button>
        </Tooltip>
        <ActionMenu
          label="ActionMenu"
          items={[
            { label: "Preview", Icon: Eye, note: "Changes nothing.", disabled: false, onSelect: () => {} },
            { label: "Revert", Icon: RotateCcw, note: "For admins.", disabled: true, onSelect: () => {} },
          ]}
        />
      </div>
      <Dialog open={shown === "dialog"} onOpenChange={close} title="Dialog" lead="For one task.">
        <p className="p-5">Escape and a press outside close it.</p>
      </Dialog>
      <Drawer open={shown === "drawer"} onOpenChange={close} title="Drawer" side="right">
        <p className="px-2.5">For what needs the page’s whole height.</p>
      </Drawer>
      <ConfirmDialog
        open={shown === "question"}
        onOpenChange={close}
        title="Delete Addigy?"
        verb="Delete integration"
        busy={false}
        error={null}
        onConfirm={() => setShown(null)}
      >
        <p>Says what will be gone, and what stays.</p>
      </ConfirmDialog>
    </Panel>
  )
}
