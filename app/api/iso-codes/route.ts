import { listRoute } from "@/app/api/ineligible-items/answer-list"

/** The ISO codes, as they are published. */
export const GET = listRoute("iso-codes")
