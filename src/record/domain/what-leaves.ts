// What of each kind of fact a person takes away, and why: what is not decided does not leave whole.
import type { Id, PersonId } from '../../basics/index.ts'
import type { Fact } from '../../log/index.ts'

/** Why a fact travels as digests alone. */
export type WithheldBecause =
  /** Another said it in confidence. */
  | 'words-of-others'
  /** Whoever holds it could be taken for the person. */
  | 'way-to-sign-in'
  /** Who may act for somebody is decided where they are, each time anew. */
  | 'authority-is-local'
  /** It belongs to an organisation, a place or a number, and never lies with a person. */
  | 'not-a-persons'
  /** An organisation keeps it from the person, by law. */
  | 'kept-from-the-person'
  | 'not-decided'

/**
 * `whole`: what the person sees on their own pages. `own-words`: whole where they said it
 * themselves, else as digests. Anything else: always as digests, for that reason.
 */
export type Leaves = 'whole' | 'own-words' | WithheldBecause

type Decided = { readonly kinds: string; readonly leaves: Leaves; readonly because: string }

/**
 * Every kind of fact that can lie in a stream of a person's.
 * @source UK GDPR, Articles 15(3), 15(4) and 20(4): a copy of one's data, without adverse effect
 *   on the rights of others
 */
export const decided: readonly Decided[] = [
  {
    kinds:
      'person-registered name-recorded nhs-number-recorded gender-recorded birth-date-recorded ' +
      'details-put-right death-recorded death-withdrawn contact-recorded record-joined ' +
      'record-taken-in join-undone ' +
      'role-given role-ended person-arrived body-erased',
    leaves: 'whole',
    because: 'It is about the person alone; who did it is an id',
  },
  {
    kinds: 'tie-offered tie-accepted tie-declined tie-ended',
    leaves: 'whole',
    because: 'The other of the two is an id, and the person agreed to the tie or declined it',
  },
  {
    kinds: 'entry-withheld withholding-ended',
    leaves: 'kept-from-the-person',
    because: 'It says which thing is kept from them, and why; a page tells them that one is',
  },
  {
    kinds: 'withholding-queried withholding-upheld',
    leaves: 'whole',
    because: 'The person asked, and read the answer; neither says which thing it is',
  },
  {
    kinds: 'sign-in-linked way-back-made',
    leaves: 'way-to-sign-in',
    because: 'It lets whoever reads it look like them',
  },
  {
    kinds:
      'proxy-asked proxy-answered proxy-granted proxy-altered proxy-refused proxy-suspended ' +
      'proxy-removed proxy-told-of',
    leaves: 'authority-is-local',
    because: 'It lets somebody act for them, and may say why others feared for them',
  },
  {
    kinds:
      'organisation-registered organisation-renamed organisation-abolished duties-handed-over ' +
      'duties-taken-over place-opened place-renamed place-linked place-unlinked place-closed ' +
      'measure-opened table-released report-posted recommendation-answered report-closed ' +
      'matter-referred matter-acknowledged matter-on-agenda scrutiny-evidence-listed ' +
      'scrutiny-report-drafted member-decided scrutiny-report-agreed ' +
      'conversation-heard conversation-taken-back theme-raised change-told change-published ' +
      'change-returned change-seen change-checked ' +
      'form-brought form-licence-recorded form-licence-ended aid-published aid-withdrawn ' +
      'outcome-idea-published outcome-idea-withdrawn visit-judged',
    leaves: 'not-a-persons',
    because: 'It is of a thing that owns itself',
  },
  {
    kinds:
      'story-told story-reworded story-withdrawn author-replied answer-judged story-published ' +
      'saying-published story-held-back story-answered saying-returned',
    leaves: 'whole',
    because: 'The author said it, or was told it, or anybody can read it',
  },
  {
    kinds: 'story-opened story-read story-accepted reading-returned',
    leaves: 'own-words',
    because: 'It is what moderators say to each other before anything is shown',
  },
  {
    kinds:
      'complaint-received complaint-opened complaint-acknowledged complaint-added-to ' +
      'complaint-plan-proposed complaint-plan-agreed complaint-progress-told ' +
      'complaint-delay-explained complaint-representative-named complaint-resolved-at-once ' +
      'complaint-response-sent complaint-sharing-asked complaint-sharing-answered ' +
      'complaint-learning-recorded complaint-ombudsman-asked complaint-ombudsman-decided ' +
      'complaint-withdrawn complaint-way-back-made complaint-record-confirmed complaint-kept ' +
      'complaint-talk-declined complaint-plan-set complaint-part-given complaint-clock-missed ' +
      'complaint-not-dealt-with',
    leaves: 'whole',
    because: 'Whoever complains sees the same timeline as whoever handles it',
  },
  {
    kinds:
      'communication-needs-recorded communication-needs-reviewed communication-needs-seen ' +
      'communication-need-not-met message-sent message-delivered message-bounced message-read',
    leaves: 'whole',
    because: 'It was told to the person or is about how to tell them; senders as they saw them',
  },
  {
    kinds:
      'promise-made promise-said-done promise-lapsed promise-date-proposed promise-date-agreed',
    leaves: 'whole',
    because: 'Everybody who asked for it reads it; others who asked are ids',
  },
  {
    kinds:
      'answers-kept outcome-named outcome-scored outcome-closed form-scheduled ' +
      'form-schedule-ended form-reminded counting-agreed',
    leaves: 'whole',
    because: 'The person answered, named or chose it, or was told of it',
  },
  {
    kinds: 'promise-answered form-answered',
    leaves: 'own-words',
    because: 'Another said it in their own words, to those who promised or asked',
  },
  {
    kinds:
      'kept-back-followed ' +
      'grant-given grant-withdrawn private-hidden purpose-switched emergency-opened looked-at ' +
      'share-ask-made share-asked share-ask-answered look-queried look-query-remarked ' +
      'look-query-answered look-query-settled look-query-disputed look-query-withdrawn ' +
      'look-query-lapsed',
    leaves: 'whole',
    because: 'The person gave it or is told of it; who is let in and who looked are ids',
  },
  {
    kinds:
      'entry-added entry-superseded entry-marked entry-disagreed correction-asked ' +
      'correction-answered correction-handed-on correction-lapsed correction-remarked ' +
      'correction-withdrawn entry-brought-again entry-stands-again entry-taken-back ' +
      'file-brought-in import-taken-back',
    leaves: 'whole',
    because: 'The person sees it in their record, with the names it was written under',
  },
  {
    kinds:
      'plan-begun plan-change-proposed plan-changes-agreed plan-change-declined ' +
      'plan-change-withdrawn plan-part-labelled plan-review-planned plan-review-agenda-added ' +
      'plan-review-help-booked ' +
      'plan-review-held plan-review-called-off',
    leaves: 'whole',
    because: 'It is the person’s own plan: what each side proposed, agreed to or saw differently',
  },
  {
    kinds:
      'decision-begun decision-worked-on decision-talked-about decision-chosen decision-made ' +
      'decision-commented decision-reopened decision-cancelled decision-review-asked ' +
      'decision-reviewed treatment-consent-form-noted decision-labelled',
    leaves: 'whole',
    because: 'It is the person’s own decision, with the names each side wrote under',
  },
  {
    kinds:
      'network-member-placed network-member-taken-off network-member-answered network-map-kept ' +
      'visit-foreseen visit-prepared visit-points-set visit-question-answered visit-held ' +
      'offered-at-diagnosis-said offered-gap-followed information-sent information-opened ' +
      'information-judged network-meeting-called network-meeting-begun network-presence-changed ' +
      'network-meeting-noted network-meeting-ended',
    leaves: 'whole',
    because: 'The person said it, was sent it, or was in the room; others in it are ids and names',
  },
]

const leavesOf: ReadonlyMap<string, Leaves> = new Map(
  decided.flatMap(({ kinds, leaves }) => kinds.split(' ').map((kind) => [kind, leaves] as const)),
)

type Leaving = Pick<Fact, 'kind' | 'by' | 'onBehalfOf' | 'stream' | 'body'>

/**
 * Why this fact travels as digests alone when the person leaves; null where it leaves whole.
 * `kept` are the streams of what is kept from them: what they wrote there themselves is theirs.
 */
export function withheldFrom(
  person: PersonId,
  { kind, by, onBehalfOf, stream, body }: Leaving,
  kept: ReadonlySet<Id>,
): WithheldBecause | null {
  if (kept.has(stream) && by !== (person as string)) return 'kept-from-the-person'
  // A receipt names what was seen; that somebody looked stands on the pages that open.
  if (kind === 'looked-at' && namesAny(body, kept)) return 'kept-from-the-person'
  if (kind === 'kept-back-followed' && tookPlaceOfAny(body, kept)) return 'kept-from-the-person'
  const leaves = leavesOf.get(kind)
  if (leaves === undefined) return 'not-decided'
  if (leaves === 'whole') return null
  if (leaves !== 'own-words') return leaves
  const own = by === (person as string) || onBehalfOf === (person as string)
  return own ? null : 'words-of-others'
}

const namesAny = (body: unknown, kept: ReadonlySet<Id>): boolean =>
  (body as { readonly items: readonly Id[] }).items.some((item) => kept.has(item))

const tookPlaceOfAny = (body: unknown, kept: ReadonlySet<Id>): boolean =>
  kept.has((body as { readonly earlier: Id }).earlier)
