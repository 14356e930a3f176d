// The tool and the options that a decision begins with, from the newest version of an aid.
import type { Log } from '../../../log/index.ts'
import type { Parts, Tool } from '../../domain/decision/decision.ts'
import { optionsOf, toolOf } from '../../domain/decision/from-aid.ts'
import { openAid } from '../aid/keep-aids.ts'

/** Throws where there is no such aid: for the demonstration, which ships its own. */
export async function readAid(
  log: Log,
  name: string,
): Promise<{ readonly tool: Tool | null; readonly parts: Parts }> {
  const opened = await openAid(log, name)
  if (!opened.ok) throw new Error(opened.refusal.code)
  const { aid } = opened.value
  return { tool: toolOf(aid), parts: optionsOf(aid) }
}
