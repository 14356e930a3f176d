// What somebody marked in a decision aid is kept, because they ask for it: in a decision of theirs.
import { refuse } from '../../../basics/index.ts'
import type { Log } from '../../../log/index.ts'
import type { PageReply, PageRequest, Route } from '../../../web/index.ts'
import { openAid } from '../../actions/aid/keep-aids.ts'
import { begin, doIn, inProgressWith } from '../../actions/decision/keep-decisions.ts'
import type { Aid } from '../../domain/aid/aid.ts'
import { refusals } from '../../domain/aid/refusals.ts'
import { follow } from '../../domain/aid/weigh.ts'
import { workOn } from '../../domain/decision/decide.ts'
import type { Parts } from '../../domain/decision/decision.ts'
import { optionsOf, toolOf } from '../../domain/decision/from-aid.ts'
import { type Marked, readMarked } from '../aid/matters-form.ts'
import { ownPlace, refused } from '../plan/place.ts'

export const keepRoute = (log: Log): Route => ({
  method: 'POST',
  path: '/aids/:aid/keep',
  access: 'person',
  says: 'Keep what I marked in a decision aid, in a decision of mine',
  handle: (request) => keepMarked(log, request),
})

async function keepMarked(log: Log, request: PageRequest): Promise<PageReply> {
  const opened = await openAid(log, request.params.aid ?? '')
  if (!opened.ok) return refused(opened.refusal)
  const { aid, withdrawn } = opened.value
  if (withdrawn !== null) return refused(refuse(refusals.withdrawn).refusal)
  const read = readMarked(aid, request.form)
  if (!read.ok) return { kind: 'redirect', to: `/aids/${aid.id}/matters` }
  const at = ownPlace(request)
  const { person, writer, base } = at
  if (writer === null) return refused(refuse(refusals.aidUnknown).refusal)
  const parts = partsOf(aid, read.marked)
  const open = await inProgressWith(log, person, aid.id)
  if (open !== null) {
    const place = { person, decision: open }
    const done = await doIn(log, place, writer, (who) => workOn(who, parts), request.formKey)
    if (!done.ok) return refused(done.refusal)
    return { kind: 'redirect', to: `${base}/decisions/${open}` }
  }
  const beginning = {
    tool: toolOf(aid),
    parts: { question: aid.title, ...optionsOf(aid), ...parts },
    because: null,
  }
  const done = await begin(log, person, writer, beginning, request.formKey)
  if (!done.ok) return refused(done.refusal)
  return { kind: 'redirect', to: `${base}/decisions/${done.value}` }
}

/** Only what was marked or written: what stands in a decision already is not emptied. */
const partsOf = (aid: Aid, { marks, own, questions, lean }: Marked): Parts => ({
  marks: follow(aid, marks).map(({ name, weight }) => ({ name, weight })),
  ...(own === '' ? {} : { matters: own }),
  ...(questions.length === 0 ? {} : { questions: [...questions] }),
  ...(lean === null ? {} : { lean }),
})
