// Sample charts: two lines, a range, a bound, many years, one value.
import type { Day } from '../../src/basics/index.ts'
import { PageHeading, TrendChart } from '../../src/web/index.ts'

const day = (text: string) => text as Day

export function Trends() {
  const bounds = { less: 'Less than this', more: 'More than this' }
  const years = Array.from({ length: 20 }, (_, at) => ({
    day: day(`${2006 + at}-05-10`),
    value: 82 - at * 0.4,
  }))
  return (
    <>
      <PageHeading>Values over time</PageHeading>
      <TrendChart
        id="pressure"
        title="Blood pressure over one year, in mmHg"
        says="The upper number went from 152 to 134. The lower number went from 92 to 80."
        series={[
          {
            name: 'Upper number',
            points: [
              { day: day('2025-11-20'), value: 152 },
              { day: day('2026-03-02'), value: 144 },
              { day: day('2026-07-19'), value: 139 },
              { day: day('2026-11-12'), value: 134 },
            ],
          },
          {
            name: 'Lower number',
            points: [
              { day: day('2025-11-20'), value: 92 },
              { day: day('2026-03-02'), value: 88 },
              { day: day('2026-07-19'), value: 84 },
              { day: day('2026-11-12'), value: 80 },
            ],
          },
        ]}
        bands={[]}
        bandName="Usual range"
        boundNames={bounds}
      />
      <TrendChart
        id="crp"
        title="CRP over two months, in mg/L"
        says="It fell from 48 to less than 5."
        series={[
          {
            name: 'CRP',
            points: [
              { day: day('2026-09-20'), value: 48 },
              { day: day('2026-10-02'), value: 17 },
              { day: day('2026-11-12'), value: 5, bound: 'less' },
            ],
          },
        ]}
        bands={[{ from: day('2026-09-20'), until: day('2026-11-12'), low: null, high: 10 }]}
        bandName="Usual range"
        boundNames={bounds}
      />
      <TrendChart
        id="weight"
        title="Weight over twenty years, in kg"
        says="It went slowly from 82 to 74.4."
        series={[{ name: 'Weight', points: years }]}
        bands={[]}
        bandName="Usual range"
        boundNames={bounds}
      />
      <TrendChart
        id="once"
        title="Peak flow, measured once, in L/min"
        says="It was 310 on 12 November 2026."
        series={[{ name: 'Peak flow', points: [{ day: day('2026-11-12'), value: 310 }] }]}
        bands={[]}
        bandName="Usual range"
        boundNames={bounds}
      />
    </>
  )
}
