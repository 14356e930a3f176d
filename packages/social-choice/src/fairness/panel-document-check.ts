// Checks a published panel from its document and the inputs alone, without the solver.
import { type Result, refuse } from '../ground/result.ts'
import type { PanelTask } from '../pool/panel-task.ts'
import type { PanelCertificate, PanelDocument } from '../report/panel-document.ts'
import type { PanelLottery } from '../rules/leximin-lottery.ts'
import { transparentLottery } from '../rules/transparent-lottery.ts'
import { commitmentTo, drawnPlace, listingSeed } from '../rules/transparent-lottery-draw.ts'
import { type CertificateCheck, checkLottery } from './panel-certificate.ts'

/** Longer lists and lotteries than the library makes are not read, so that checks end soon. */
const longestList = 10_000

/**
 * Checks that a document follows from the quotas and the pool: its lottery and proof
 * (`checkLottery`), every person's probability, the list of equally likely panels (made again from
 * the lottery and compared panel by panel), and the panel the seed draws from it.
 *
 * Refuses: `document-shape`, `document-probabilities`, `document-list`, `document-draw`, and the
 * refusals of `checkLottery`.
 */
export function checkPanelDocument(task: PanelTask, document: unknown): Result<CertificateCheck> {
  if (!isDocument(document)) {
    return refused('shape', 'The document does not have the shape that draw-panel --json prints')
  }
  const { groups, lottery: told } = document.certificate
  if (
    groups.length !== task.groups.length ||
    told.length > 3 * (groups.length + task.quotas.length + 1)
  ) {
    return refused('shape', 'The lottery is not one of this pool')
  }
  const lottery = lotteryOf(task, document.certificate)
  const check = checkLottery(task, lottery)
  if (!check.ok) return check
  const { probabilities, panels, drawn, seed, certificate, minimum } = document
  const toldRight = task.groups.every((group, at) =>
    group.members.every((member) => {
      const id = task.people[member]?.id ?? ''
      return probabilities[id] === lottery.probabilities[at]
    }),
  )
  const everybody = Object.keys(probabilities).length === task.people.length
  if (!toldRight || !everybody || Math.abs(minimum - check.value.minimum) > 1e-12) {
    return refused('probabilities', 'The probabilities are not those of the lottery')
  }
  const listSeed = listingSeed(task, lottery.objective)
  const list = transparentLottery(task, lottery, listSeed, panels.length)
  const sameList =
    certificate.list.seed === listSeed &&
    certificate.list.length === panels.length &&
    Math.abs(certificate.list.largestChange - list.largestChange) < 1e-12 &&
    list.panels.every((panel, at) => {
      const told = panels[at]
      return (
        told?.length === panel.length &&
        panel.every((place, seat) => task.people[place]?.id === told[seat])
      )
    })
  if (!sameList) return refused('list', 'The list of panels does not follow from the lottery')
  const place = drawnPlace(seed, panels.length)
  const sameDraw =
    certificate.draw.panel === place + 1 &&
    certificate.draw.commitment === commitmentTo(seed) &&
    JSON.stringify(panels[place]) === JSON.stringify(drawn)
  return sameDraw ? check : refused('draw', 'The panel drawn is not the one that the seed draws')
}

function lotteryOf(task: PanelTask, certificate: PanelCertificate): PanelLottery {
  return {
    objective: certificate.objective,
    probabilities: certificate.groups.map((group) => group.probability),
    cuts: certificate.cuts,
    levels: certificate.levels,
    panels: certificate.lottery.map(({ probability, seats }) => {
      const counts = new Uint16Array(task.groups.length)
      for (const [group, count] of seats) counts[group] = count
      return { counts, probability }
    }),
  }
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown, holds: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(holds)

const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)
const isCount = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 65_536
const isText = (value: unknown): boolean => typeof value === 'string'
const areNumbers = (value: unknown): boolean => listOf(value, isNumber)
const areTexts = (value: unknown): boolean => listOf(value, isText)

function isDocument(value: unknown): value is PanelDocument {
  if (!isFields(value) || !isFields(value.probabilities)) return false
  const { seed } = value
  return (
    listOf(Object.values(value.probabilities), isNumber) &&
    isNumber(value.minimum) &&
    listOf(value.panels, areTexts) &&
    Array.isArray(value.panels) &&
    value.panels.length > 0 &&
    value.panels.length <= longestList &&
    areTexts(value.drawn) &&
    typeof seed === 'string' &&
    /^([0-9a-f]{2})+$/.test(seed) &&
    isCertificate(value.certificate)
  )
}

function isCertificate(value: unknown): value is PanelCertificate {
  if (!isFields(value) || !isFields(value.list) || !isFields(value.draw)) return false
  const { list, draw, objective } = value
  const isSeat = (seat: unknown) =>
    listOf(seat, isCount) && Array.isArray(seat) && seat.length === 2
  return (
    (objective === 'leximin' || objective === 'maximin') &&
    listOf(value.groups, (group) => isFields(group) && isNumber(group.probability)) &&
    listOf(
      value.lottery,
      (panel) => isFields(panel) && isNumber(panel.probability) && listOf(panel.seats, isSeat),
    ) &&
    listOf(value.cuts, (cut) => isFields(cut) && areNumbers(cut.weights) && isNumber(cut.most)) &&
    listOf(
      value.levels,
      (level) =>
        isFields(level) &&
        [level.weights, level.prices, level.cutPrices].every(areNumbers) &&
        listOf(level.settled, isCount),
    ) &&
    [list.length, list.largestChange, draw.panel].every(isNumber) &&
    [list.seed, draw.commitment].every(isText)
  )
}

const refused = (what: string, says: string): Result<never> =>
  refuse(`document-${what}`, says, 'Ask whoever published it for the document as it was printed')
