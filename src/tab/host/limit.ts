/** Something the host or the sign-in should have answered did not come in time. */
export class LimitError extends Error {
  override name = "LimitError";
}

/** The promise with a limit of so many milliseconds; teams-js and MSAL have none of their own, or 60 s. */
export async function withLimit<T>(promise: Promise<T>, milliseconds: number, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new LimitError(`${what} did not answer within ${milliseconds} ms`));
    }, milliseconds);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
