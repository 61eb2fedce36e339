import { ProductMark } from "@/components/frame/product-mark"
import { LinkButton } from "@/components/ui/link-button"

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center px-4 text-center">
      <div>
        <ProductMark className="mx-auto size-9" />
        <h1 className="mt-4 font-semibold text-lg">There is nothing at this address</h1>
        <p className="mt-1 mb-4 text-ink-soft">Check it for a typing error, or start from the dashboard.</p>
        <LinkButton href="/">Go to the dashboard</LinkButton>
      </div>
    </main>
  )
}
