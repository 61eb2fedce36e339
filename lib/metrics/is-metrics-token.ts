import { createHash, timingSafeEqual } from "node:crypto"

/** Whether an Authorization header carries METRICS_TOKEN; compared in a time that tells nothing of it. */
export function isMetricsToken(authorization: string | null | undefined, wanted: string): boolean {
  const given = /^bearer\s+(\S+)$/i.exec(authorization ?? "")?.[1] ?? ""
  return timingSafeEqual(sha256(given), sha256(wanted))
}

const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest()
