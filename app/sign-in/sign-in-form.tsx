"use client"
import { useRouter } from "next/navigation"
import { signIn } from "next-auth/react"
import { type FormEvent, useState } from "react"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { Notice } from "@/components/ui/notice"

/** E-mail and password. The refusal is the same for an unknown e-mail and a wrong password. */
export function SignInForm({ returnPath }: { returnPath: string }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setRefusal(null)
    const failure = await tryToSignIn(String(form.get("email")), String(form.get("password")))
    if (failure === null) {
      router.replace(returnPath)
      router.refresh()
      return
    }
    setRefusal(failure)
    setBusy(false)
  }

  return (
    <form
      method="post"
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-5"
    >
      {refusal !== null && <Notice tone="bad" title={refusal} />}
      <Field label="E-mail">
        <Input name="email" type="email" autoComplete="username" required autoFocus />
      </Field>
      <Field label="Password">
        <Input name="password" type="password" autoComplete="current-password" required />
      </Field>
      <Button type="submit" variant="primary" busy={busy}>
        Sign in
      </Button>
    </form>
  )
}

/** Null when it worked, else the sentence to show. */
async function tryToSignIn(email: string, password: string): Promise<string | null> {
  try {
    const answer = await signIn("credentials", { email, password, redirect: false })
    if (answer?.ok) return null
    if (answer?.error === "CredentialsSignin") return wrong
    return answer?.error?.startsWith(tooMany) ? answer.error : ourFault
  } catch {
    return "Rollcall cannot be reached. Check the connection, then try again."
  }
}

const tooMany = "Too many failed sign-ins"
const ourFault =
  "Rollcall could not sign you in because of a fault of its own. Try again; its log holds the cause."
const wrong = "The e-mail and password do not match. Check both and try again."
