// Every right and every choice, and where each was read.
import { type Right, rights, rightsEdition } from '../rights.ts'
import { choices, choicesEdition } from './choices.ts'

/** The rights of the Constitution, then the choices. */
export const everyRight: readonly Right[] = [...rights, ...choices]

export const rightNamed = (id: string): Right | undefined => everyRight.find((one) => one.id === id)

export const isChoice = ({ id }: Pick<Right, 'id'>): boolean => choices.some((one) => one.id === id)

export const editionOf = (right: Right) => (isChoice(right) ? choicesEdition : rightsEdition)
