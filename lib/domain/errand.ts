/** Whose name a session may go by, beside the credentials of the integration itself (S2-CREDENTIALS). */
export type Login = { id: string; credentials: Record<string, string> }

/** Something to ask for that the provider has no list of. `logins` are tried first, in this order. */
export type Subject = { key: string; logins: string[] }

/** What one run wants of a session beyond everything there is. */
export type Errand = {
  /** The part of a stream to read, in the provider's words (WorkStudio: job statuses). */
  filter?: string[]
  /**
   * What a stream that has no list of its own is asked for (WorkStudio: work orders), when its turn comes: from the start, or going
   * on after a cursor, for which they are the same as before.
   */
  subjects?: (cursor: string | null) => Promise<Subject[]>
  logins?: Login[]
  /** The order in which logins are tried; null stands for the integration's own credentials, which come last when left out. */
  order?: (string | null)[]
  /** Told once a session of each login that was taken or refused. */
  judged?: (loginId: string | null, verdict: "accepted" | "refused") => Promise<void>
}
