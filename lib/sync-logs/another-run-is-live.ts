import { RequestError } from "@/lib/domain/problem"

/** 409: what was asked for cannot start, and the run that is live does something else. */
export const anotherRunIsLive = (id: string): RequestError =>
  new RequestError(
    409,
    `Another run of this integration is in progress (${id}). Wait until it has ended, or cancel it, and try again.`,
  )
