// The family view: each person close by, how the two stand, and the plan where both said yes.
import {
  Button,
  Card,
  EmptyState,
  PageForm,
  PageHeading,
  type PromiseStanding,
  PromiseState,
} from '../../../web/index.ts'
import type { FamilyMember } from '../../actions/family/link-plans.ts'
import { type FamilyPart, familyParts, type LinkStanding } from '../../domain/family/family.ts'
import type { FamilyWords } from '../../words/family-words.ts'

const looks: Readonly<Record<LinkStanding, PromiseStanding>> = {
  linked: 'kept',
  'only-mine': 'waiting',
  'only-theirs': 'waiting',
  none: 'waiting',
}

type Said = { readonly say: FamilyWords }

export function FamilyPage(props: Said & { readonly members: readonly FamilyMember[] }) {
  const { members, say } = props
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      {members.length === 0 && (
        <EmptyState says={say.none}>
          <p>
            {say.noneNext} <a href="/me">{say.toMe}</a>
          </p>
        </EmptyState>
      )}
      {members.map((one) => (
        <MemberCard key={one.person} one={one} say={say} />
      ))}
      {members.length > 0 && <p className="cp-small">{say.what}</p>}
    </>
  )
}

function MemberCard({ one, say }: Said & { readonly one: FamilyMember }) {
  const { tie, person, name, standing, plan } = one
  const given = standing === 'linked' || standing === 'only-mine'
  return (
    <Card
      heading={name}
      state={<PromiseState standing={looks[standing]} says={say.states[standing]} />}
    >
      {standing === 'only-mine' && <p>{say.waiting(name)}</p>}
      {standing === 'linked' && (
        <section aria-label={say.planOf(name)}>
          <h3>{say.planOf(name)}</h3>
          <p>
            <b>{say.notAll}</b>
          </p>
          {plan.length === 0 && <p>{say.empty}</p>}
          {familyParts.map((kind) => (
            <PartsOf key={kind} kind={kind} plan={plan} say={say} />
          ))}
          <p>
            <a href={`/people/${person}/plan`}>{say.open(name)}</a>
          </p>
        </section>
      )}
      <PageForm action={`/care/family/${tie}/${given ? 'unlink' : 'link'}`}>
        <Button kind="secondary">
          {given ? say.unlink : say.link}
          <span className="nhsuk-u-visually-hidden">{say.forWhom(name)}</span>
        </Button>
      </PageForm>
    </Card>
  )
}

function PartsOf({
  kind,
  plan,
  say,
}: Said & { readonly kind: FamilyPart; readonly plan: FamilyMember['plan'] }) {
  const some = plan.filter(({ part }) => part.kind === kind)
  if (some.length === 0) return null
  return (
    <>
      <h4>{say.parts[kind]}</h4>
      <ul>
        {some.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </>
  )
}
