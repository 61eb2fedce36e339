import { Skeleton } from "@/components/ui/skeleton"

export default function Loading() {
  return (
    <div role="status" aria-label="Loading">
      <h1 className="sr-only">Loading</h1>
      <Skeleton className="mb-2 h-7 w-52" />
      <Skeleton className="mb-6 h-5 w-80 max-w-full" />
      <div className="space-y-3">
        <Skeleton className="h-28" />
        <Skeleton className="h-48" />
      </div>
    </div>
  )
}
