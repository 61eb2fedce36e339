import { ProviderError, type ProviderErrorCode } from "@/lib/domain/provider-error"

/** What would fail for every record alike, so that going on makes no sense. */
const concernsAll = new Set<ProviderErrorCode>([
  "unauthorized",
  "forbidden",
  "rate_limited",
  "quota_exhausted",
])

/** What was asked for, or the fault where it may concern this one record alone; any other is thrown. */
export async function failsAlone<T>(
  asked: Promise<T>,
): Promise<{ value: T; fault: null } | { value: null; fault: ProviderError }> {
  try {
    return { value: await asked, fault: null }
  } catch (fault) {
    if (!(fault instanceof ProviderError) || concernsAll.has(fault.code)) throw fault
    return { value: null, fault }
  }
}
