"use client"
import { Monitor, Moon, Sun } from "lucide-react"
import { useState } from "react"
import { Segmented } from "@/components/ui/segmented"
import { type Theme, themeCookie } from "./theme"

const themes = [
  { value: "system", label: "Follow the system", Icon: Monitor },
  { value: "light", label: "Light", Icon: Sun },
  { value: "dark", label: "Dark", Icon: Moon },
] as const

/** Light, dark or as the system has it; kept in a cookie, so that the server's first paint is right. */
export function ThemeToggle({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial)
  const choose = (next: Theme) => {
    setTheme(next)
    applyTheme(next)
  }
  return <Segmented label="Theme" value={theme} segments={themes} onChange={choose} />
}

function applyTheme(theme: Theme): void {
  const root = document.documentElement
  if (theme === "system") delete root.dataset.theme
  else root.dataset.theme = theme
  const age = theme === "system" ? 0 : 31_536_000
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we support
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${age}; samesite=lax`
}
