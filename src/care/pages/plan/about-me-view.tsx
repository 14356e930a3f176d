// What a person says of themselves, in the order of the standard.
import { type AboutMeEntry, aboutMeHeadings } from '../../../record/index.ts'
import { Card } from '../../../web/index.ts'
import type { PlanWords } from '../../words/plan-words.ts'

export function AboutMe(props: {
  readonly said: readonly AboutMeEntry[]
  readonly own: boolean
  readonly say: PlanWords
}) {
  const { said, own, say } = props
  if (said.length === 0 && !own) return null
  return (
    <section>
      <h2>{own ? say.aboutMeTitle : say.aboutMeTitleOf}</h2>
      <Card heading={said.length === 0 ? say.aboutMeNone : say.aboutMeWords} level={3} soft>
        <dl className="cp-change">
          {aboutMeHeadings.map(({ code }) => {
            const under = said.filter(({ heading }) => heading === code)
            if (under.length === 0 && !own) return null
            return (
              <div key={code}>
                <dt>
                  {say.aboutMe[code]}
                  {own && (
                    <>
                      {' '}
                      <a className="cp-small cp-no-print" href={`/plan/about-me/${code}`}>
                        {under.length === 0 ? say.write : say.change}
                        <span className="nhsuk-u-visually-hidden">: {say.aboutMe[code]}</span>
                      </a>
                    </>
                  )}
                </dt>
                {under.map((one) => (
                  <dd key={one.id} className="cp-as-written">
                    {one.says}
                    {one.supportedBy !== null && (
                      <span className="cp-small"> {say.withHelp(one.supportedBy)}</span>
                    )}
                  </dd>
                ))}
              </div>
            )
          })}
        </dl>
      </Card>
    </section>
  )
}
