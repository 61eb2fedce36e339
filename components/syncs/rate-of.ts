import { formatDuration } from "@/components/ui/format-duration"

/** How many records had been read at a time (epoch milliseconds). */
export type Sample = { at: number; records: number }

const windowMs = 10_000
const leastMs = 2000

/** Adds a sample and forgets those too old to tell of now. A read that began anew starts anew here. */
export function addSample(samples: Sample[], sample: Sample): Sample[] {
  const last = samples.at(-1)
  if (last !== undefined && sample.records < last.records) return [sample]
  return [...samples.filter(({ at }) => at > sample.at - windowMs), sample]
}

/** Whole records a second over the samples; null while they are too close to say. */
export function rateOf(samples: Sample[]): number | null {
  const [first, last] = [samples[0], samples.at(-1)]
  if (first === undefined || last === undefined || last.at - first.at < leastMs) return null
  return Math.round(((last.records - first.records) / (last.at - first.at)) * 1000)
}

/** Whole records a second since the start; null in the first second, when it would say nothing. */
export function recordsPerSecond(records: number, elapsedMs: number): number | null {
  return elapsedMs < 1000 || records === 0 ? null : Math.round(records / (elapsedMs / 1000))
}

/** `about 40 s left`; null when nobody knows, and in the last second. */
export function timeLeft(left: number, rate: number | null): string | null {
  if (rate === null || rate <= 0 || left < rate) return null
  return `about ${formatDuration(Math.round(left / rate) * 1000).replace(/^(\d+)\.0 /, "$1 ")} left`
}
