// Names for plain values that must not be mixed up.

declare const brand: unique symbol

/** A value of type `Base` that may be used only where `Name` is asked for. */
export type Branded<Base, Name extends string> = Base & { readonly [brand]: Name }

/** UUIDv7 in lower case with dashes. */
export type Id<Name extends string = string> = Branded<string, Name>
export type PersonId = Id<'person'>
export type OrganisationId = Id<'organisation'>

/** A moment as UTC text to the millisecond, `2026-11-23T09:30:00.000Z`. */
export type Instant = Branded<string, 'instant'>

/** A day in the calendar, `2026-11-23`. */
export type Day = Branded<string, 'day'>

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text has the form of an id; whether there is such a thing is another question. */
export const isId = (text: string | null | undefined): text is Id =>
  typeof text === 'string' && ID.test(text)

/** The same text as an id, or null where it has not the form of one. */
export const idFrom = <Name extends string>(text: string | null | undefined): Id<Name> | null =>
  isId(text) ? (text as Id<Name>) : null
