// When a question is asked: what must hold of the answers before it.

export type Comparison = '<' | '<=' | '>' | '>='

/** @source FHIR R4 Questionnaire.item.enableWhen (operator) and enableBehavior (all, any) */
export type Condition =
  /** Answered with one of these. */
  | { readonly item: string; readonly is: readonly string[] }
  /** Not answered with this: also where it is not answered at all. */
  | { readonly item: string; readonly isNot: string }
  | { readonly item: string; readonly answered: boolean }
  | { readonly item: string; readonly compared: Comparison; readonly to: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }

/** The questions that a condition looks at. */
export function itemsIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(itemsIn)
  if ('any' in condition) return condition.any.flatMap(itemsIn)
  return [condition.item]
}
