import type { Reply } from "@/simulators/reply"

/** v2's error body. */
export const refuse = (status: number, message: string): Reply => ({
  status,
  body: JSON.stringify({ code: status, message, error_chain: null }),
})
