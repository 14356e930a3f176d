// The text of a file named on the command line, or a sentence about why it cannot be read.
import { readFile } from 'node:fs/promises'
import { ok, type Result, refuse } from '../ground/result.ts'

/**
 * Reads a text file. Bytes that are not UTF-8 are taken for the Windows code page that older
 * counting programs write. Refusals: `file-missing`, `file-is-folder`, `file-closed`,
 * `file-too-large`, `file-unreadable`.
 */
export async function readText(path: string): Promise<Result<string>> {
  try {
    const bytes = await readFile(path)
    return ok(decode(bytes))
  } catch (error) {
    return refuseFile(path, error)
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** What went wrong with a file, in words. */
export function refuseFile(path: string, error: unknown): Result<never> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return refuse('file-missing', `There is no file ${path}`, 'Check the name and the folder')
  }
  if (code === 'EISDIR') {
    return refuse('file-is-folder', `${path} is a folder`, 'Name a file in it')
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return refuse(
      'file-closed',
      `${path} may not be read or written by whoever runs this`,
      'Ask its owner for permission, or name another file',
    )
  }
  if (code === 'ERR_FS_FILE_TOO_LARGE' || code === 'ERR_STRING_TOO_LONG') {
    return refuse('file-too-large', `${path} is too large to read at once`, 'Split the file')
  }
  return refuse(
    'file-unreadable',
    `${path} could not be read or written (${code === '' ? 'no reason given' : code})`,
    'Check that the file is whole and the disk can be read',
  )
}
