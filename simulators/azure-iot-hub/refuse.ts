import type { Reply } from "@/simulators/reply"

/** The hub's own codes: status, and the number that some replies carry instead of the name. */
const codes: Record<string, [status: number, number: number]> = {
  ArgumentInvalid: [400, 400004],
  IotHubUnauthorizedAccess: [401, 401003],
  IotHubNotFound: [401, 401001],
  IotHubSuspended: [403, 403001],
  IotHubQuotaExceeded: [403, 403002],
  OperationNotAvailableInCurrentTier: [403, 403010],
  DeviceNotFound: [404, 404001],
  ModuleNotFound: [404, 404010],
  IotHubFailingOver: [404, 404012],
  PreconditionFailed: [412, 412001],
  ThrottlingException: [429, 429001],
  ThrottlingBacklogTimeout: [429, 429003],
  ServerError: [500, 500001],
  ServerBusy: [503, 503005],
}

const usual: Record<number, string> = {
  400: "ArgumentInvalid",
  401: "IotHubUnauthorizedAccess",
  403: "IotHubSuspended",
  404: "DeviceNotFound",
  429: "ThrottlingException",
  503: "ServerBusy",
}

/** A refusal in the hub's words. */
export function refuseWith(code: string, words: string, { numbered = false } = {}): Reply {
  const [status, number] = codes[code] ?? [500, 500001]
  const body = numbered
    ? { errorCode: number, trackingId: trackingId(), message: words, timestampUtc: new Date().toISOString() }
    : {
        Message: `ErrorCode:${code};${words}`,
        ExceptionMessage: `Tracking ID:${trackingId()}-TimeStamp:${new Date().toISOString()}`,
      }
  return { status, body: JSON.stringify(body) }
}

/** The same for a status that somebody asks for. */
export function refuse(status: number, words: string): Reply {
  return { ...refuseWith(usual[status] ?? "ServerError", words), status }
}

let refusals = 0
const trackingId = (): string => `${String(++refusals).padStart(32, "0")}-G:0`
