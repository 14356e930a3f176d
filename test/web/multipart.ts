// A form with files as a browser writes it, and as somebody writes it who means harm.

export type Part =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly file: string; readonly bytes: string | Uint8Array }

const BOUNDARY = '----coproduce-test-boundary'

/** @source RFC 7578 */
export function multipart(parts: readonly Part[]) {
  const chunks = parts.flatMap((part) => {
    const file = 'file' in part ? `; filename="${part.file.replaceAll('"', '%22')}"` : ''
    const type = 'file' in part ? '\r\nContent-Type: text/html' : ''
    const said = `Content-Disposition: form-data; name="${part.name}"${file}`
    const head = `--${BOUNDARY}\r\n${said}${type}\r\n\r\n`
    const body = 'file' in part ? part.bytes : part.value
    return [head, body, '\r\n'].map((one) => Buffer.from(one as string))
  })
  return {
    method: 'POST' as const,
    payload: Buffer.concat([...chunks, Buffer.from(`--${BOUNDARY}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  }
}
