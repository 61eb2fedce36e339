const names: Record<string, string> = {
  "401001": "IotHubNotFound",
  "403001": "IotHubSuspended",
  "403002": "IotHubQuotaExceeded",
  "403010": "OperationNotAvailableInCurrentTier",
  "404001": "DeviceNotFound",
  "404010": "ModuleNotFound",
  "404012": "IotHubFailingOver",
  "429001": "ThrottlingException",
  "429002": "ThrottleBacklogLimitExceeded",
  "429003": "ThrottlingBacklogTimeout",
  "503005": "ServerBusy",
  "503006": "IotHubRestoring",
}

/**
 * The code in an error body, by its name; null when it has none. Seen: `{"Message":"ErrorCode:DeviceNotFound;…"}`; said to exist:
 * `{"errorCode":404001,"message":"…"}`, so its name may stand there too, and nothing at all (§A.9 of the provider facts).
 */
export function errorCodeIn(text: string): string | null {
  const named = /ErrorCode:\s*([A-Za-z0-9]+)/i.exec(text)?.[1] ?? null
  if (named !== null) return names[named] ?? named
  const [, number, word] = /"(?:errorCode|code)"\s*:\s*(?:"?(\d{6})|"([A-Za-z]+)")/i.exec(text) ?? []
  return number === undefined ? (word ?? null) : (names[number] ?? number)
}

/** What the hub says in words, without its codes and tracking ids; null when that is nothing. */
export function wordsIn(text: string): string | null {
  const message = /"message"\s*:\s*"((?:[^"\\]|\\.)*)"/i.exec(text)?.[1] ?? null
  if (message === null) return null
  const words = message
    .replace(/ErrorCode:\s*\w+;?\s*/i, "")
    .replace(/\\[rn]/g, " ")
    .replace(/Tracking ID:\S*/i, "")
    .trim()
  return words.slice(0, 300).toWellFormed() || null
}
