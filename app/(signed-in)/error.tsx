"use client"
import { PageFault, type PageFaultProps } from "@/components/frame/page-fault"

export default function PageError(fault: PageFaultProps) {
  return <PageFault {...fault} />
}
