"use client"
import { CSPProvider } from "@base-ui/react/csp-provider"
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { type ReactNode, useState } from "react"
import { ClockProvider } from "@/components/ui/clock"
import { Toaster } from "@/components/ui/toast"
import { ReadError } from "@/lib/queries/read-json"

type Props = { now: number; nonce: string | null; children: ReactNode }

/** What every page needs around it: the clock, the cache of reads, the policy's nonce and the messages. */
export function Providers({ now, nonce, children }: Props) {
  const [client] = useState(makeClient)
  return (
    <CSPProvider {...(nonce !== null && { nonce })}>
      <QueryClientProvider client={client}>
        <ClockProvider now={now}>{children}</ClockProvider>
        <Toaster />
      </QueryClientProvider>
    </CSPProvider>
  )
}

function makeClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      queries: { staleTime: 1000, retry: (failures, error) => failures < 2 && mayPass(error) },
    },
  })
}

/** A refusal stays one however often it is asked; only a server that is away may come back. */
const mayPass = (error: Error): boolean =>
  !(error instanceof ReadError) || error.status === 0 || error.status >= 500

function leaveWhenSignedOut(error: Error): void {
  if (!(error instanceof ReadError) || error.status !== 401) return
  const back = encodeURIComponent(window.location.pathname + window.location.search)
  window.location.assign(`/sign-in?ended=1&callbackUrl=${back}`)
}
