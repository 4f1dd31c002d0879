/** A response whose body has come: whoever reads it gets it in one piece, and no stream is made for it. */
export function wholeResponse(body: string, init: ResponseInit): Response {
  const response = new Response(null, init)
  if (body === '') return response
  return Object.defineProperties(response, {
    body: { get: () => inOnePiece(new TextEncoder().encode(body)) },
    text: { value: () => Promise.resolve(body) },
  })
}

/** As much of a stream as it takes to read it to its end. */
function inOnePiece(piece: Uint8Array): { readonly getReader: () => object } {
  const left = [piece]
  const read = (): Promise<{ readonly done: boolean; readonly value: Uint8Array | undefined }> => {
    const value = left.shift()
    return Promise.resolve({ done: value === undefined, value })
  }
  return { getReader: () => ({ read, cancel: () => Promise.resolve(), releaseLock: () => undefined }) }
}
