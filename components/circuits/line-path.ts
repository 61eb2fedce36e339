/**
 * The path of a line through values at even distances, within a box; it breaks where a value is null. A single value is a short
 * stroke, and values that do not differ lie in the middle.
 */
export function linePath(
  values: (number | null)[],
  { width, height }: { width: number; height: number },
): string {
  const known = values.filter((value) => value !== null)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const margin = 3
  const x = (at: number) => round(values.length < 2 ? width / 2 : (at / (values.length - 1)) * width)
  const y = (value: number) =>
    round(
      high === low ? height / 2 : height - margin - ((value - low) / (high - low)) * (height - 2 * margin),
    )
  let isDrawing = false
  const steps: string[] = []
  for (const [at, value] of values.entries()) {
    if (value !== null) steps.push(`${isDrawing ? "L" : "M"}${x(at)} ${y(value)}${isDrawing ? "" : "h0.1"}`)
    isDrawing = value !== null
  }
  return steps.join("")
}

const round = (value: number): number => Math.round(value * 10) / 10
