// Which photos a story has while it is being told: as the draft keeps them.
import type { Field, FormValues } from '../../web/index.ts'
import { typedAt } from '../../web/index.ts'

/** A photo in a draft: its digest, and what it shows. */
export type ChosenPhoto = { readonly digest: string; readonly says: string }

export const photosIn = (typed: FormValues): ChosenPhoto[] =>
  typedAt(typed, 'photos').flatMap((one) => {
    const [digest = '', ...says] = one.split('|')
    return /^[0-9a-f]{64}$/.test(digest) ? [{ digest, says: says.join('|') }] : []
  })

export const photosField: Field<readonly ChosenPhoto[]> = {
  parts: [''],
  read: (typed) => ({ ok: true, value: photosIn({ photos: typed('') }) }),
}
