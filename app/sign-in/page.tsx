import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { ProductMark } from "@/components/frame/product-mark"
import { Notice } from "@/components/ui/notice"
import { getSessionActor } from "@/lib/auth/session-actor"
import { safeReturnPath } from "./safe-return-path"
import { SignInForm } from "./sign-in-form"

export const metadata: Metadata = { title: "Sign in" }

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { callbackUrl, ended } = await searchParams
  const returnPath = safeReturnPath(callbackUrl)
  if ((await getSessionActor()) !== null) redirect(returnPath)
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="w-full max-w-sm">
        <div className="mb-6 flex items-center gap-3">
          <ProductMark className="size-9" />
          <div>
            <h1 className="font-semibold text-lg leading-tight tracking-tight">Sign in to Rollcall</h1>
            <p className="text-ink-soft">Your device inventory, kept in step.</p>
          </div>
        </div>
        {ended !== undefined && (
          <div className="mb-4">
            <Notice tone="live" title="Your session ended. Sign in to go on where you were." />
          </div>
        )}
        <SignInForm returnPath={returnPath} />
      </div>
    </main>
  )
}
