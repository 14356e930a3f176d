// Finds the rooms' modules of one name and what they export.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export type Found = {
  /** The room it lies in. */
  readonly room: string
  /** From the root of the repository, with forward slashes. */
  readonly path: string
  readonly exports: Readonly<Record<string, unknown>>
}

export const pathsAt = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()

export const textAt = (path: string): string => readFileSync(join(root, path), 'utf8')

export const roomOf = (path: string): string => path.split('/')[1] ?? ''

/** Loads every module that a pattern finds, in the order of their paths. */
export async function modulesAt(pattern: string): Promise<readonly Found[]> {
  return Promise.all(
    pathsAt(pattern).map(async (path) => ({
      room: roomOf(path),
      path,
      exports: await import(pathToFileURL(join(root, path)).href),
    })),
  )
}

/** What the modules export, or hold one level inside an export, that passes a check; each once. */
export const thingsIn = <Thing>(
  modules: readonly Found[],
  is: (value: unknown) => value is Thing,
): readonly { readonly room: string; readonly path: string; readonly thing: Thing }[] =>
  modules.flatMap(({ room, path, exports }) =>
    [
      ...new Set(
        Object.values(exports).flatMap((value) =>
          is(value) ? [value] : insideOf(value).filter(is),
        ),
      ),
    ].map((thing) => ({ room, path, thing })),
  )

const insideOf = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : []

/** Whether a value is an object with all these fields. */
export const has = <Field extends string>(
  value: unknown,
  ...fields: readonly Field[]
): value is Readonly<Record<Field, unknown>> =>
  typeof value === 'object' && value !== null && fields.every((field) => field in value)
