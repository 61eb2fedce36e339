import { LinkButton } from "@/components/ui/link-button"
import { Notice } from "@/components/ui/notice"
import type { Role } from "@/lib/domain/account"

const names: Record<Role, string> = { ADMIN: "an admin", MEMBER: "a member", VIEWER: "a viewer" }

/** Says why a page has nothing to do for this role, and the way back. */
export function RoleNotice({ what, role, back }: { what: string; role: Role; back: string }) {
  return (
    <Notice
      tone="warn"
      title={`Only an admin can ${what}`}
      actions={
        <LinkButton href={back} size="sm">
          Go back
        </LinkButton>
      }
    >
      You are {names[role]} of this account. Ask one of its admins.
    </Notice>
  )
}
