// The door of forms: questions word for word, what was answered, and the terms of their use.
import type { Room } from '../log/index.ts'
import { filledFormStream } from './domain/answered.ts'
import { loadedFormStream } from './domain/loaded-form.ts'
import { loaded } from './store/loaded.ts'
import { migrations } from './store/migrations.ts'

export { askableForm, wordingOf } from './actions/bring-form.ts'
export { type FillIn, fillIn, loadFilled } from './actions/fill-in.ts'
export { checkAnswers, type Filling, type Helped } from './domain/answered.ts'
export { formAnswered } from './domain/facts.ts'
export { askedItems } from './domain/follow.ts'
export {
  type Answers,
  type Form,
  type Item,
  inEasyRead,
  inLanguage,
  spokenIn,
} from './domain/form.ts'
export { formOn, forms } from './domain/forms.ts'
export { neverAskedAfter } from './domain/friends-and-family.ts'
export { ownModes } from './domain/own-modes.ts'
export { readResponseTo, responseOf } from './domain/questionnaire-response.ts'
export {
  countedValues,
  opensSafetyPath,
  safetyQuestion,
  scoreAnswers,
} from './domain/scored.ts'
export { isTop, isWhole, type TopScore, topScoreOf } from './domain/scores/collaborate.ts'
export { goalAttainment } from './domain/scores/goal-attainment.ts'
export { isScoringName, type Scoring, scorings } from './domain/scoring.ts'
export { PaperForm } from './pages/form-pages.tsx'
export { FormQuestion, FormQuestions, readAnswers, typedAnswers } from './pages/form-questions.tsx'
export { routes as formRoutes } from './pages/routes.ts'
export { loadedCodes } from './store/loaded.ts'

export const formsRoom: Room = {
  streams: [filledFormStream, loadedFormStream],
  projections: [loaded],
  scratch: [],
  migrations,
}
