import type { Metadata, Viewport } from "next"
import localFont from "next/font/local"
import { cookies, headers } from "next/headers"
import type { ReactNode } from "react"
import { Providers } from "@/components/frame/providers"
import { readTheme, themeCookie } from "@/components/frame/theme"
import "./globals.css"

const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--font-inter",
  weight: "100 900",
  display: "swap",
})

const geistMono = localFont({
  src: "../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2",
  variable: "--font-geist-mono",
  weight: "100 900",
  display: "swap",
  preload: false,
})

export const metadata: Metadata = {
  title: { default: "Rollcall", template: "%s · Rollcall" },
  description: "The organisation's inventory, in step with the systems that own it.",
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f7f4" },
    { media: "(prefers-color-scheme: dark)", color: "#0d1517" },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(themeCookie)?.value)
  const nonce = (await headers()).get("x-nonce")
  return (
    <html
      lang="en"
      {...(theme !== "system" && { "data-theme": theme })}
      className={`${inter.variable} ${geistMono.variable}`}
    >
      <body className="font-sans">
        <Providers now={Date.now()} nonce={nonce}>
          {children}
        </Providers>
      </body>
    </html>
  )
}
