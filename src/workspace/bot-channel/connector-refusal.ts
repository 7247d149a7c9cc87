/** A refusal in the Bot Framework's shape. */
export function refusal(
  status: 400 | 401 | 403 | 404 | 413 | 429,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json({ error: { code, message } }, { status, headers });
}
