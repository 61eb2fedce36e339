import { Skeleton } from "@/components/ui/skeleton"

/** A history that is being read. */
export const HistorySkeleton = () => (
  <div className="space-y-3 p-5">
    <Skeleton className="h-6" />
    <Skeleton className="h-6" />
    <Skeleton className="h-6" />
  </div>
)
