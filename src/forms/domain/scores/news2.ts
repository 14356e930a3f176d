// NEWS2: seven measurements, the points of each, and what the total asks for. Not for under 16s.

/** @source Royal College of Physicians, National Early Warning Score (NEWS) 2, 2017, chart 1 */
export type News2Observations = {
  readonly respirations: number
  /** Whole per cent. Scale 2 is only for whom a clinician has put on it. */
  readonly saturation: number
  readonly scale: 1 | 2
  readonly oxygen: boolean
  readonly systolic: number
  readonly pulse: number
  readonly alert: boolean
  /** Degrees Celsius, to one tenth. */
  readonly temperature: number
}

export type News2 = {
  readonly points: Readonly<
    Record<
      | 'respirations'
      | 'saturation'
      | 'oxygen'
      | 'systolic'
      | 'pulse'
      | 'consciousness'
      | 'temperature',
      number
    >
  >
  readonly total: number
  readonly asksFor: 'low' | 'low-with-a-three' | 'urgent' | 'emergency'
}

type Steps = readonly (readonly [upTo: number, points: number])[]

const END = Number.POSITIVE_INFINITY
const respirationSteps: Steps = [
  [8, 3],
  [11, 1],
  [20, 0],
  [24, 2],
  [END, 3],
]
const saturationSteps: Steps = [
  [91, 3],
  [93, 2],
  [95, 1],
  [END, 0],
]
const saturationOnOxygen: Steps = [
  [83, 3],
  [85, 2],
  [87, 1],
  [92, 0],
  [94, 1],
  [96, 2],
  [END, 3],
]
const saturationOnAir: Steps = [
  [83, 3],
  [85, 2],
  [87, 1],
  [END, 0],
]
const systolicSteps: Steps = [
  [90, 3],
  [100, 2],
  [110, 1],
  [219, 0],
  [END, 3],
]
const pulseSteps: Steps = [
  [40, 3],
  [50, 1],
  [90, 0],
  [110, 1],
  [130, 2],
  [END, 3],
]
// In tenths of a degree, so that 36.0 and 36.1 are whole numbers.
const temperatureSteps: Steps = [
  [350, 3],
  [360, 1],
  [380, 0],
  [390, 1],
  [END, 2],
]

const pointsOf = (steps: Steps, value: number): number =>
  steps.find(([upTo]) => value <= upTo)?.[1] ?? 0

/**
 * The points of each measurement and the total, 0 to 20. It does not apply under 16 years or in
 * pregnancy: whoever calls it makes sure of that.
 * @source facts, part 11: NEWS2. Reproduced with acknowledgement of the Royal College of Physicians
 */
export function news2(seen: News2Observations): News2 {
  const secondScale = seen.oxygen ? saturationOnOxygen : saturationOnAir
  const points = {
    respirations: pointsOf(respirationSteps, seen.respirations),
    saturation: pointsOf(seen.scale === 1 ? saturationSteps : secondScale, seen.saturation),
    oxygen: seen.oxygen ? 2 : 0,
    systolic: pointsOf(systolicSteps, seen.systolic),
    pulse: pointsOf(pulseSteps, seen.pulse),
    consciousness: seen.alert ? 0 : 3,
    temperature: pointsOf(temperatureSteps, Math.round(seen.temperature * 10)),
  }
  const total = Object.values(points).reduce((so, one) => so + one, 0)
  return { points, total, asksFor: asksFor(total, Object.values(points)) }
}

function asksFor(total: number, points: readonly number[]): News2['asksFor'] {
  if (total >= 7) return 'emergency'
  if (total >= 5) return 'urgent'
  return points.includes(3) ? 'low-with-a-three' : 'low'
}
