// What recount.html does: takes a chosen proof file, settles it again and says what came out.
import { canonicalJson } from '../src/proof/canonical.ts'
import { recount } from '../src/proof/settle.ts'

/** The parts of a browser's page that are used here. */
type PageElement = {
  textContent: string | null
  readonly files?: ArrayLike<{ text(): Promise<string> }> | null
  readonly dataset: Record<string, string>
  replaceChildren(...children: readonly PageElement[]): void
  addEventListener(kind: string, listener: () => void): void
}
type Page = {
  readonly document: {
    getElementById(id: string): PageElement
    createElement(name: string): PageElement
  }
}

const { document } = globalThis as unknown as Page
const chooser = document.getElementById('file')
const verdict = document.getElementById('verdict')
const result = document.getElementById('result')

chooser.addEventListener('change', () => {
  void check()
})

async function check(): Promise<void> {
  const file = chooser.files?.[0]
  if (file === undefined) return
  say('counting', ['Counting…'])
  result.textContent = ''
  const again = await recount(await file.text())
  if (!again.ok) {
    say('no', [`${again.refusal.says}.`, `${again.refusal.remedy}.`])
    return
  }
  const { told, electorate, seedDigest, digest } = again.value
  say('yes', [
    'The outcome holds: counted again, every byte is the same.',
    ...told,
    `Electorate: ${electorate.people} people, ${electorate.digest}`,
    `Digest of the seed: ${seedDigest}`,
    `Digest of the proof: ${digest}`,
  ])
  result.textContent = canonicalJson(again.value.result)
}

function say(holds: string, lines: readonly string[]): void {
  verdict.dataset.holds = holds
  verdict.replaceChildren(
    ...lines.map((line) => {
      const paragraph = document.createElement('p')
      paragraph.textContent = line
      return paragraph
    }),
  )
}
