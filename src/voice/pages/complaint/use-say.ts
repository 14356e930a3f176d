// The words of a complaint in the language of whoever looks at the page.
import { usePage } from '../../../web/index.ts'
import { complaintWords } from '../../words/words.ts'

export const useSay = () => complaintWords.in(usePage().language)
