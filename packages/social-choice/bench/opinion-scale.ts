// The largest conversation the field allows, mapped in a process of its own; prints one JSON line.
import { mapOpinions } from '../src/opinion/opinion-map.ts'
import { madeStore } from './opinion-made.ts'

const size = { people: 100_000, statements: 10_000, votes: 5_020_000 }
const filling = process.cpuUsage()
const store = madeStore(size)
const filled = process.cpuUsage(filling)
const start = performance.now()
const mapping = process.cpuUsage()
const map = mapOpinions(store.matrix(), { seed: '00' })
const mapped = process.cpuUsage(mapping)
if (!map.ok) throw new Error(map.refusal.says)
const result = {
  votes: store.size(),
  groups: map.value.grouping.count,
  fillSeconds: (filled.user + filled.system) / 1e6,
  mapSeconds: (performance.now() - start) / 1e3,
  mapCpuSeconds: (mapped.user + mapped.system) / 1e6,
  peakMebibytes: process.resourceUsage().maxRSS / 1024,
}
process.stdout.write(`${JSON.stringify(result)}\n`)
