import { answer, handle } from "@/app/api/handle"
import { queueTestEmail } from "@/lib/emails/queue-test-email"

/** Queues an e-mail to whoever asks: 202 with its recipient; 409 while no mail server is set up. */
export const POST = handle(async ({ actor }) => answer(await queueTestEmail(actor), 202))
