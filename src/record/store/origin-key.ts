// An origin as it is kept and looked for: its digest, which is short and says nothing by itself.
import { sha256 } from '../../plumbing/index.ts'

export const originKey = (origin: string | null): string | null =>
  origin === null ? null : sha256(origin).slice(0, 32)
