import { cva, type VariantProps } from "class-variance-authority"

/** The look of everything that is pressed, be it a button or a link. `className` given with it wins over the look. */
export const buttonStyles = cva("button", {
  variants: {
    variant: {
      primary: "border-transparent bg-accent text-accent-ink hover:not-aria-disabled:bg-accent-strong",
      secondary:
        "border-line bg-surface text-ink hover:not-aria-disabled:border-line-strong hover:not-aria-disabled:bg-sunken",
      ghost:
        "border-transparent text-ink-soft hover:not-aria-disabled:bg-sunken hover:not-aria-disabled:text-ink",
      danger: "border-transparent bg-bad text-surface hover:not-aria-disabled:brightness-90",
    },
    size: { sm: "h-7 px-2 text-xs", md: "h-8 px-3 text-sm", icon: "size-8 p-0" },
  },
  defaultVariants: { variant: "secondary", size: "md" },
})
export type ButtonLook = VariantProps<typeof buttonStyles>
