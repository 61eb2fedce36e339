"use client"
import { PageFault, type PageFaultProps } from "@/components/frame/page-fault"

/** For pages without a frame, and for when the frame itself cannot be rendered: the database may be away. */
export default function FramelessError(fault: PageFaultProps) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-xl content-center px-4">
      <PageFault {...fault} />
    </main>
  )
}
