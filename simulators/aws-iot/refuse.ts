import type { Reply } from "@/simulators/reply"

/** The names that AWS gives its errors, by status, where nothing else is asked for. */
const names: Record<number, string> = {
  400: "InvalidRequestException",
  401: "UnauthorizedException",
  403: "AccessDeniedException",
  404: "ResourceNotFoundException",
  409: "ConflictException",
  429: "ThrottlingException",
  500: "InternalFailureException",
  503: "ServiceUnavailableException",
}

/** An error as AWS's JSON services send it: its name in a header, with or without an address behind it. */
export function refuse(
  status: number,
  message: string,
  name = names[status] ?? "InternalFailureException",
): Reply {
  const type = status === 404 ? `${name}:http://internal.amazon.com/coral/com.amazonaws.iot/` : name
  return {
    status,
    body: JSON.stringify({ message, traceId: "00000000-0000-4000-8000-00000000face" }),
    headers: {
      "content-type": "application/json",
      "x-amzn-errortype": type,
      "x-amzn-requestid": "simulated",
    },
  }
}

/** An error of a service that speaks XML. */
export function refuseXml(status: number, code: string, message: string): Reply {
  const error = `<Type>Sender</Type><Code>${code}</Code><Message>${message}</Message>`
  const body = `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error>${error}</Error><RequestId>simulated</RequestId></ErrorResponse>`
  return { status, body, headers: { "content-type": "text/xml" } }
}
