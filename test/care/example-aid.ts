// A made-up decision aid that meets every criterion: what each test breaks in its own way.

export const exampleAid = `# A test for blue toes: would you like one?

id: blue-toes
version: 1
language: en
kind: screening
of: 1000
published: 2026-11-30
update by: 2028-11-30
update policy: Looked at again every 2 years.
funding: Nobody paid for it.
written by: Two people who test software.
interests: None of them earns money from toes.
made with: Six people who have had blue toes.
clinical review: Dr Made Up, on 1 November 2026.

## Condition

Blue toes are toes that are blue. They do not hurt at first. In some people they get cold later on.

## Decision

Would you like to have your toes tested now, or wait and see?

## Who this is for

- Adults with ten toes.

## Option: Wait and see

key: wait
waiting: yes

### What it is

You look at your toes now and then, and ask when they change.

### Good

- You have no test, and no worry from one.

### Bad

- Blue toes are found later, when they are cold.

### What it is like

body: You feel as you do now.
mind: Some people wonder at times.
life: Nothing changes for you.

## Option: Have the test

key: test

### What it is

A nurse looks at your toes under a lamp for a minute.

### Good

- Blue toes are found while they are warm.

### Bad

- A test can find blue that never would have mattered.

### What it is like

body: The lamp is warm. It does not hurt.
mind: Some people worry until they hear.
life: You spend a morning at the clinic.

## Number: Cold toes within 10 years

wanted: no
counted: get cold toes
other: do not
wait: 20 (10 to 40)
test: 10 of 1000
certainty: low
why: One small study.
source: toes-2020

## Matters: I want to know early

wait: does not fit. You hear later.
test: fits. You hear now.

## Matters: I do not like tests

wait: fits. There is none.
test: does not fit. It is one.

## Questions

- What would you do in my place, and why?

## Source: toes-2020

text: Made Up A. Toes. Journal of Nothing 2020; 1: 1–2.
link: https://example.org/toes
checked: 2026-11-30
read: The whole paper.
where: Table 1: 20 (10 to 40) and 10 of 1,000.

## Test

measures: How blue your toes are.
if found: You are shown how to keep them warm.
if not found: You are asked again in five years.
never harmful: It finds blue in some toes that would never have got cold.
`

/** The line of the example that begins with this text, counted from 1. */
export const lineOf = (start: string, text = exampleAid): number =>
  text.split('\n').findIndex((line) => line.startsWith(start)) + 1
