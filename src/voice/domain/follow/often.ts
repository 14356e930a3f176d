// How often whoever follows something hears of it.

/** `at-once`: of each story; `daily` and `weekly`: once for all that came. */
export const oftens = ['at-once', 'daily', 'weekly'] as const
export type Often = (typeof oftens)[number]
